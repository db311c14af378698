/** What the ledger acknowledged on the embedded store outlives kills, losses of power and full disks. */
@NullMarked
package org.openengagement.ledger.durability;

import org.jspecify.annotations.NullMarked;
