package org.openengagement.command.security;

import java.util.List;
import org.openengagement.command.dispatch.RefusalCode;
import org.openengagement.command.dispatch.Rule;

/** Who an OpenID provider lets in may still have no role here. */
record ATokenMustGiveARole(List<String> roles) implements Rule {

    @Override
    public boolean isBroken() {
        return roles.isEmpty();
    }

    @Override
    public RefusalCode code() {
        return RefusalCode.FORBIDDEN;
    }

    @Override
    public String sentence() {
        return "The bearer token is good, but gives no role of this ledger. Ask its operators for one.";
    }
}
