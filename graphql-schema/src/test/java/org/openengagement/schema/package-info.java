/** The public contract, held to itself and to what it was. */
@NullMarked
package org.openengagement.schema;

import org.jspecify.annotations.NullMarked;
