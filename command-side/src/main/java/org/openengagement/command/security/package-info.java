/** Who is calling: bearer tokens and what they allow. */
@NullMarked
package org.openengagement.command.security;

import org.jspecify.annotations.NullMarked;
