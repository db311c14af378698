/** The public contract as code: how its scalars are written, and that every error has a code. */
@NullMarked
package org.openengagement.schema;

import org.jspecify.annotations.NullMarked;
