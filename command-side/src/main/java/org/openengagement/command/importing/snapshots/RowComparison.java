package org.openengagement.command.importing.snapshots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.importing.formats.ImportFormat;
import org.openengagement.command.importing.identifying.CaseMemory;
import org.openengagement.command.importing.identifying.IdentifiedLine;
import org.openengagement.command.importing.identifying.Identities;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.translating.ComparedLine;
import org.openengagement.command.importing.translating.Verbs;
import org.openengagement.ledger.entry.EventTypes;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.referral.ReferralIssued;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a row adds to a case that the ledger holds. A row is a state: a later one tells again what an earlier one told, and may
 * tell it differently. What is in the ledger stays; only what is new is recorded. The verb of each line says what is new of it
 * ({@link org.openengagement.command.importing.translating.CaseVerb#compare}).
 */
public final class RowComparison {

    private final Row row;
    private final CaseState state;
    private final HeldReferrals referrals;
    private final Identities identities;
    private final ImportFormat format;
    private final Map<String, String> numbers = new HashMap<>();
    private final Set<String> moved = new HashSet<>();
    private final List<IdentifiedLine> added = new ArrayList<>();
    private int unchanged;

    private RowComparison(Row row, HeldCase held, Identities identities, ImportFormat format) {
        this.row = row;
        this.identities = identities;
        this.format = format;
        this.state = held.state();
        this.referrals = new HeldReferrals(held);
    }

    /**
     * Compares a row with its case.
     *
     * @param taken the claims of its lines that the ledger holds
     * @param memory finds referrals by the ids of the source, and learns under which number each goes on
     * @param format the format of the row
     */
    public static RowComparison of(
            Row row, HeldCase held, Set<String> taken, CaseMemory memory, Identities identities, ImportFormat format) {
        RowComparison comparison = new RowComparison(row, held, identities, format);
        comparison.learnNumbers(memory);
        row.ofCase().forEach(identified -> comparison.compare(identified, taken));
        return comparison;
    }

    /** What is to be recorded, in order. */
    public List<IdentifiedLine> newLines() {
        return List.copyOf(added);
    }

    /** How many of the row's lines said nothing new. */
    public int unchanged() {
        return unchanged;
    }

    /** The numbers of the referrals that the row speaks of and the case has, by their ids in the source. */
    Map<String, String> numbers() {
        return Map.copyOf(numbers);
    }

    private void learnNumbers(CaseMemory memory) {
        row.ofCase().forEach(identified -> {
            String referral = identified.line().referral();
            String number = referral == null ? null : memory.referral(identified.caseId(), referral);
            if (referral != null && number != null) {
                String last = referrals.lastOf(number);
                numbers.put(referral, last);
                memory.numberReferrals(identified.caseId(), Map.of(referral, last));
            }
        });
    }

    private void compare(IdentifiedLine identified, Set<String> taken) {
        int before = added.size();
        if (!taken.contains(identified.claim())) {
            Verbs.ofCase(identified.line()).compare(new Compared(identified));
        }
        if (added.size() == before) {
            unchanged++;
        }
    }

    /** One line of the row beside the case. */
    private final class Compared implements ComparedLine {

        private final IdentifiedLine identified;

        Compared(IdentifiedLine identified) {
            this.identified = identified;
        }

        @Override
        public ImportLine line() {
            return identified.line();
        }

        @Override
        public CaseState.Facts facts() {
            return state.facts();
        }

        @Override
        public Optional<ReferralState> referral() {
            String id = line().referral();
            String number = id == null || moved.contains(id) ? null : number();
            return number == null ? Optional.empty() : state.referral(number);
        }

        @Override
        public boolean wasAsked(String institution) {
            return referral()
                    .filter(held -> referrals.wasAsked(held.number(), institution))
                    .isPresent();
        }

        @Override
        public boolean wasForwarded(String institution) {
            return referral()
                    .filter(held -> referrals.wasForwarded(held.number(), institution))
                    .isPresent();
        }

        @Override
        public boolean isReplied() {
            return referrals.isReplied(number());
        }

        @Override
        public boolean isAnswered() {
            return referral()
                    .filter(held -> referrals.isAnswered(held.number()))
                    .isPresent();
        }

        @Override
        public boolean isAnsweredWith(@Nullable String text) {
            return referral()
                    .filter(held -> referrals.isAnswered(held.number(), text))
                    .isPresent();
        }

        @Override
        public boolean isAnsweredLike(String text) {
            return isAnsweredWith(text)
                    || referral()
                            .filter(held -> referrals
                                    .answersOf(held.number())
                                    .anyMatch(answer -> format.isSameAnswer(answer, text)))
                            .isPresent();
        }

        @Override
        public boolean rowTells(Class<? extends LedgerEvent> event) {
            String type = EventTypes.nameOf(event);
            return row.ofCase().anyMatch(other -> other.line().type().equals(type));
        }

        @Override
        public LocalDate lastDayOfRow() {
            return row.ofCase()
                    .map(each -> each.line().effectiveOn())
                    .max(LocalDate::compareTo)
                    .orElseThrow();
        }

        @Override
        public void isNew() {
            added.add(identified);
        }

        @Override
        public void adds(Class<? extends LedgerEvent> event, LocalDate day, Consumer<ObjectNode> data) {
            ImportLine made = line().another(event, day, data);
            String claim = Identities.claim(identities.line(identified.source().name(), made), 0);
            added.add(new IdentifiedLine(made, identified.source(), identified.caseId(), claim, false));
        }

        @Override
        public void goesOn(Consumer<ObjectNode> data) {
            ImportLine made = line().another(ReferralIssued.class, line().effectiveOn(), data);
            added.add(new IdentifiedLine(made, identified.source(), identified.caseId(), identified.claim(), true));
            moved.add(String.valueOf(line().referral()));
        }

        private @Nullable String number() {
            return numbers.get(String.valueOf(line().referral()));
        }
    }
}
