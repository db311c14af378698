/** An institution answers. */
@NullMarked
package org.openengagement.command.response.publish;

import org.jspecify.annotations.NullMarked;
