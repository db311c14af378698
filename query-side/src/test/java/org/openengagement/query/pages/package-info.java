/** What the pages say. */
@NullMarked
package org.openengagement.query.pages;

import org.jspecify.annotations.NullMarked;
