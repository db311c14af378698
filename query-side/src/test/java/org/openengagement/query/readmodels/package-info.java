/** The form of bytes that read models keep, and a second read model for tests. */
@NullMarked
package org.openengagement.query.readmodels;

import org.jspecify.annotations.NullMarked;
