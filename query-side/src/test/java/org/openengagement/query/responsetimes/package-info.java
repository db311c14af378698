/** What the figures keep of a case. */
@NullMarked
package org.openengagement.query.responsetimes;

import org.jspecify.annotations.NullMarked;
