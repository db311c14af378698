/** The searches of the local index: filters, orders, pages of cases and of entries. It stands on {@code query.search.index}. */
@NullMarked
package org.openengagement.query.search;

import org.jspecify.annotations.NullMarked;
