/** The figures about answers, asked over GraphQL. */
@NullMarked
package org.openengagement.query.responsetimes;

import org.jspecify.annotations.NullMarked;
