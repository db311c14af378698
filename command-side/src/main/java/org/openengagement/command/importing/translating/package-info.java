/** Lines become commands: one verb for each type of event that can be imported. */
@NullMarked
package org.openengagement.command.importing.translating;

import org.jspecify.annotations.NullMarked;
