/** A legal basis is enacted. */
@NullMarked
package org.openengagement.command.register.legalbasis;

import org.jspecify.annotations.NullMarked;
