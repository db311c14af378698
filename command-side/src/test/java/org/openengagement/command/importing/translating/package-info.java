/** That every event has its verb, and that the page of the format says what the verbs take. */
@NullMarked
package org.openengagement.command.importing.translating;

import org.jspecify.annotations.NullMarked;
