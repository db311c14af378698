package org.openengagement.query.ledgers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Many cases whose events interleave. */
public final class RandomLedger {

    private RandomLedger() {}

    public static MemoryLedger of(long seed) {
        Random random = new Random(seed);
        MemoryLedger ledger = MemoryLedger.opened();
        List<CaseStory> stories = new ArrayList<>();
        for (int step = 0; step < 120; step++) {
            String day = LocalDate.parse("2026-01-05").plusDays(step / 4).toString();
            if (stories.isEmpty() || random.nextInt(4) == 0) {
                String title = random.nextBoolean() ? "A title about the bridge" : "A title about water";
                stories.add(CaseStory.submitted(
                        ledger, "R%09d".formatted(stories.size()), day, title, "An answer", random.nextInt(5) == 0));
            } else {
                goOn(stories.get(random.nextInt(stories.size())), day, random);
            }
        }
        return ledger;
    }

    private static void goOn(CaseStory story, String day, Random random) {
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> story.published(day);
            case 3 -> story.referredTo(random.nextBoolean() ? "skopje" : "bitola", day, "2026-02-10");
            case 4 -> story.referredTo("health", day, null);
            case 5 -> story.answered(day, "Yes.");
            case 6 -> story.declined(day);
            case 7 -> story.observedUntil(day);
            default -> story.supportedBy(random.nextInt(1_000), day);
        }
    }
}
