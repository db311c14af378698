/** Tests of keeping and opening disclosures. */
@NullMarked
package org.openengagement.ledger.disclosure;

import org.jspecify.annotations.NullMarked;
