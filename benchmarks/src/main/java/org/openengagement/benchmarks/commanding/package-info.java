/** Commands: from the door of the command side to the ledger, and over HTTP to a served ledger. */
@NullMarked
package org.openengagement.benchmarks.commanding;

import org.jspecify.annotations.NullMarked;
