/** Starting: how long a ledger of a million events takes to open, and a node to serve it. */
@NullMarked
package org.openengagement.benchmarks.starting;

import org.jspecify.annotations.NullMarked;
