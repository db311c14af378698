package org.openengagement.command.recordkeeping.open;

import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.recordkeeping.LedgerState;

record ALedgerIsOpenedOnce(LedgerState state) implements Rule {

    @Override
    public boolean isBroken() {
        return state.opened();
    }

    @Override
    public String sentence() {
        return "This ledger is open already.";
    }

    @Override
    public RefusalCode code() {
        return RefusalCode.CONFLICT;
    }
}
