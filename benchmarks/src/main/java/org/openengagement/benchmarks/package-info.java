/** Load scenarios: the ledger beside its peers in the same run, told as ratios, since the machine is shared. */
@NullMarked
package org.openengagement.benchmarks;

import org.jspecify.annotations.NullMarked;
