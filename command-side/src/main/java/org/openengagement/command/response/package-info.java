/** What institutions answer. */
@NullMarked
package org.openengagement.command.response;

import org.jspecify.annotations.NullMarked;
