package org.openengagement.command.dispatch;

import java.util.List;

/** A rule of the ledger, on the facts that it looks at. Its type is named as the sentence that it upholds. */
public interface Rule {

    /** Whether the facts break it. */
    boolean isBroken();

    /** What a person is told who broke it. */
    String sentence();

    /** What a program is told. */
    default RefusalCode code() {
        return RefusalCode.RULE;
    }

    /** The path to the input that broke it; empty where no single one did. */
    default List<String> field() {
        return List.of();
    }

    /**
     * Upholds rules in their order.
     *
     * @throws Refusal by the first that is broken
     */
    static void uphold(Rule... rules) {
        for (Rule rule : rules) {
            if (rule.isBroken()) {
                throw Refusal.of(rule);
            }
        }
    }
}
