/** The ledger as an operator runs it: several processes over a replica set. */
@NullMarked
package org.openengagement.deployment;

import org.jspecify.annotations.NullMarked;
