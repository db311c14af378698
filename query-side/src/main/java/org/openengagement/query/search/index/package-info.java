/**
 * The local Lucene index of one node: its folder, its documents and commits, its health and meters. It knows no search: those
 * stand above it, in {@code query.search}.
 */
@NullMarked
package org.openengagement.query.search.index;

import org.jspecify.annotations.NullMarked;
