/** A disk in memory that loses, tears and reorders what was not synced, runs full, or takes nothing. */
@NullMarked
package org.openengagement.embedded.disk;

import org.jspecify.annotations.NullMarked;
