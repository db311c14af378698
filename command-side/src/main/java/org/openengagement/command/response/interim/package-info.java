/** A reply that is not yet an answer. */
@NullMarked
package org.openengagement.command.response.interim;

import org.jspecify.annotations.NullMarked;
