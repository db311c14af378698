/** Appending: the ledger, Axon's own event stores, and the bare driver record the same events. */
@NullMarked
package org.openengagement.benchmarks.appending;

import org.jspecify.annotations.NullMarked;
