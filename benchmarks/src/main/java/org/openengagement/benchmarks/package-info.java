/** Load scenarios: the ledger beside a baseline in the same run, told as ratios, since the machine is shared. */
@NullMarked
package org.openengagement.benchmarks;

import org.jspecify.annotations.NullMarked;
