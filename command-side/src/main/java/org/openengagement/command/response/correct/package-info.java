/** An institution replaces an answer. */
@NullMarked
package org.openengagement.command.response.correct;

import org.jspecify.annotations.NullMarked;
