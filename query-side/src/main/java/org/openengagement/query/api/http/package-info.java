/** What a request to the GraphQL endpoint must look like over HTTP, and the statuses and headers that HTTP has for refusals. */
@NullMarked
package org.openengagement.query.api.http;

import org.jspecify.annotations.NullMarked;
