/**
 * The port for read models that persist. A feature defines one here and gives it a bean in its own room; the local index keeps
 * its bytes. It stands above {@code query.cases} and below the index and the features.
 */
@NullMarked
package org.openengagement.query.readmodels;

import org.jspecify.annotations.NullMarked;
