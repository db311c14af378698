package org.openengagement.command.intake.submit;

import java.util.List;
import java.util.regex.Pattern;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.Role;

/** Topics stand unsealed in the ledger for ever, so what anybody can write there has no room for a sentence. */
record ATopicOfThePublicIsAKeyword(List<String> topics, Role role) implements Rule {

    private static final int MOST = 5;
    private static final Pattern KEYWORD = Pattern.compile("(?=.{1,30}$)[\\p{L}\\p{N}]+([ -][\\p{L}\\p{N}]+)?");

    @Override
    public boolean isBroken() {
        return role == Role.CITIZEN
                && (topics.size() > MOST
                        || !topics.stream()
                                .allMatch(topic -> KEYWORD.matcher(topic).matches()));
    }

    @Override
    public String sentence() {
        return ("Topics are at most %d keywords, each of one or two words of letters and digits, at most 30 characters:"
                        + " they are public and cannot be erased.")
                .formatted(MOST);
    }

    @Override
    public List<String> field() {
        return List.of("topics");
    }
}
