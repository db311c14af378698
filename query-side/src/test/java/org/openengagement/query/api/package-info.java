/** What a request must be before it is a question. */
@NullMarked
package org.openengagement.query.api;

import org.jspecify.annotations.NullMarked;
