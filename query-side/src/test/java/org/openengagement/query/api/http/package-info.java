/** What is refused before GraphQL sees it. */
@NullMarked
package org.openengagement.query.api.http;

import org.jspecify.annotations.NullMarked;
