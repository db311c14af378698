package org.openengagement.deployment.faults;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openengagement.deployment.faults.Mutation.Kind;

/** Brings cases through their lives, one after the other, as quickly as it is answered. */
final class Client implements Runnable {

    private static final int KEY_BYTES = 24;
    private static final List<String> WORDS =
            List.of("lamp", "bridge", "school", "water", "bench", "tram", "library", "pavement", "park", "noise");

    private final int number;
    private final Door door;
    private final Tokens tokens;
    private final List<String> institutions;
    private final RandomGenerator random;
    private final BooleanSupplier goesOn;
    private int cases;

    Client(
            int number,
            Door door,
            Tokens tokens,
            List<String> institutions,
            RandomGenerator random,
            BooleanSupplier goesOn) {
        this.number = number;
        this.door = door;
        this.tokens = tokens;
        this.institutions = institutions;
        this.random = random;
        this.goesOn = goesOn;
    }

    /** Registers the institutions; before all else. */
    void prepare() {
        for (String slug : institutions) {
            have(
                    Kind.REGISTER,
                    Map.of("slug", slug, "names", List.of(Map.of("language", "en", "text", "Institution of " + slug))),
                    tokens.administrator());
        }
    }

    @Override
    public void run() {
        while (goesOn.getAsBoolean()) {
            cases++;
            have(Kind.SUBMIT, proposal(), null).ifPresent(submitted -> decide(submitted.reference()));
        }
    }

    private Map<String, Object> proposal() {
        return Map.of(
                "kind", "PETITION",
                "language", "en",
                "title", "%s %s, case %d of client %d".formatted(word(), word(), cases, number),
                "text", "Please see to the %s and the %s.".formatted(word(), word()),
                "topics", List.of(word()));
    }

    private void decide(String reference) {
        if (stays()) {
            return;
        }
        Map<String, Object> theCase = Map.of("reference", reference);
        if (random.nextInt(8) == 0) {
            have(Kind.REJECT, with(theCase, "code", "DUPLICATE"), tokens.coordinator());
            return;
        }
        have(Kind.PUBLISH, theCase, tokens.coordinator());
        String institution = institutions.get(random.nextInt(institutions.size()));
        have(Kind.REFER, with(with(theCase, "institution", institution), "dueOn", "2099-12-31"), tokens.coordinator())
                .ifPresent(referred -> answer(referred.subject(), institution, theCase));
    }

    private void answer(String referral, String institution, Map<String, Object> theCase) {
        if (stays()) {
            return;
        }
        String officer = tokens.officers().get(institution);
        Map<String, Object> theReferral = Map.of("referral", referral);
        have(Kind.ACKNOWLEDGE, theReferral, officer);
        have(Kind.RESPOND, with(with(theReferral, "kind", "ACCEPTED"), "text", "It will be seen to."), officer);
        if (!stays()) {
            have(Kind.CLOSE, with(theCase, "reason", "COMPLETED"), tokens.coordinator());
        }
    }

    /** Some cases stay as they are. */
    private boolean stays() {
        return random.nextInt(10) == 0;
    }

    private Optional<Answer> have(Kind kind, Map<String, ?> input, @Nullable String token) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Mutation mutation =
                Mutation.of(kind, Base64.getUrlEncoder().withoutPadding().encodeToString(key), input, token);
        Optional<Acknowledged> done = door.have(mutation);
        if (random.nextInt(20) == 0) {
            done.ifPresent(door::repeat);
        }
        return done.map(Acknowledged::answer);
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static Map<String, Object> with(Map<String, Object> input, String name, String value) {
        Map<String, Object> more = new HashMap<>(input);
        more.put(name, value);
        return more;
    }
}
