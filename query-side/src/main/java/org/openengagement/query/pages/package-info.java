/** What a browser gets: pages without a build step, over the public GraphQL alone. */
@NullMarked
package org.openengagement.query.pages;

import org.jspecify.annotations.NullMarked;
