package org.openengagement.query.figures.columns;

import java.util.Arrays;
import org.openengagement.query.standing.CaseFacts;
import org.openengagement.query.standing.EpochDays;
import org.openengagement.query.standing.Fact;
import org.openengagement.query.standing.FactKind;
import org.openengagement.query.standing.ReferralFacts;
import org.openengagement.query.standing.Standing;
import org.openengagement.query.standing.StandingReader;

/**
 * The columns: one row for each referral, and behind each row its facts. Texts are numbers of {@link Dictionaries}, days are epoch
 * days, positions those of the ledger.
 */
final class ReferralRows {
    /** What stands in {@link #replacedBy} of a row that nothing has replaced. */
    static final int CURRENT = Integer.MAX_VALUE;

    final int[] reference;
    final int[] institution;
    final int[] kind;
    final int[] channel;
    final int[] topicList;
    final int[] legalBasis;
    final int[] source;
    final int[] deliveredOn;
    final int[] dueOn;
    final long[] deliveredAt;
    final int[] factsFrom;
    final int[] factsTo;
    /** The snapshot that replaced the row; {@link #CURRENT} where none has. The only column that is written twice. */
    final int[] replacedBy;

    private final FactKind[] factKind;
    private final int[] factDay;
    private final long[] factPosition;

    ReferralRows(int rows, int facts) {
        reference = new int[rows];
        institution = new int[rows];
        kind = new int[rows];
        channel = new int[rows];
        topicList = new int[rows];
        legalBasis = new int[rows];
        source = new int[rows];
        deliveredOn = new int[rows];
        dueOn = new int[rows];
        deliveredAt = new long[rows];
        factsFrom = new int[rows];
        factsTo = new int[rows];
        replacedBy = new int[rows];
        factKind = new FactKind[facts];
        factDay = new int[facts];
        factPosition = new long[facts];
    }

    private ReferralRows(ReferralRows from, int rows, int facts) {
        reference = Arrays.copyOf(from.reference, rows);
        institution = Arrays.copyOf(from.institution, rows);
        kind = Arrays.copyOf(from.kind, rows);
        channel = Arrays.copyOf(from.channel, rows);
        topicList = Arrays.copyOf(from.topicList, rows);
        legalBasis = Arrays.copyOf(from.legalBasis, rows);
        source = Arrays.copyOf(from.source, rows);
        deliveredOn = Arrays.copyOf(from.deliveredOn, rows);
        dueOn = Arrays.copyOf(from.dueOn, rows);
        deliveredAt = Arrays.copyOf(from.deliveredAt, rows);
        factsFrom = Arrays.copyOf(from.factsFrom, rows);
        factsTo = Arrays.copyOf(from.factsTo, rows);
        replacedBy = Arrays.copyOf(from.replacedBy, rows);
        factKind = Arrays.copyOf(from.factKind, facts);
        factDay = Arrays.copyOf(from.factDay, facts);
        factPosition = Arrays.copyOf(from.factPosition, facts);
    }

    /** These columns, or a copy of them, with room for so many rows and facts. */
    ReferralRows withRoomFor(int rows, int facts) {
        if (rows <= reference.length && facts <= factKind.length) {
            return this;
        }
        return new ReferralRows(this, roomFor(rows, reference.length), roomFor(facts, factKind.length));
    }

    private static int roomFor(int needed, int present) {
        return needed <= present ? present : Math.max(needed, present + (present >> 1) + 16);
    }

    /** Writes one row and its facts behind those that are there. */
    void write(int row, int firstFact, Dictionaries dictionaries, CaseFacts facts, ReferralFacts referral) {
        reference[row] = dictionaries.references().add(facts.reference());
        institution[row] = dictionaries.institutions().add(referral.institution());
        kind[row] = dictionaries.kinds().add(facts.kind());
        channel[row] = dictionaries.channels().add(facts.channel());
        topicList[row] = dictionaries.topicLists().add(facts.topics());
        legalBasis[row] = dictionaries.legalBases().add(referral.legalBasis());
        source[row] = dictionaries.sources().add(facts.source());
        deliveredOn[row] = EpochDays.of(referral.deliveredOn());
        dueOn[row] = EpochDays.of(referral.dueOn());
        deliveredAt[row] = referral.position();
        replacedBy[row] = CURRENT;
        int fact = firstFact;
        for (Fact each : referral.facts()) {
            factKind[fact] = each.kind();
            factDay[fact] = EpochDays.of(each.day());
            factPosition[fact] = each.position();
            fact++;
        }
        factsFrom[row] = firstFact;
        factsTo[row] = fact;
    }

    /** Takes over a row of other columns, behind those that are there. */
    void copy(int row, int firstFact, ReferralRows from, int fromRow) {
        reference[row] = from.reference[fromRow];
        institution[row] = from.institution[fromRow];
        kind[row] = from.kind[fromRow];
        channel[row] = from.channel[fromRow];
        topicList[row] = from.topicList[fromRow];
        legalBasis[row] = from.legalBasis[fromRow];
        source[row] = from.source[fromRow];
        deliveredOn[row] = from.deliveredOn[fromRow];
        dueOn[row] = from.dueOn[fromRow];
        deliveredAt[row] = from.deliveredAt[fromRow];
        replacedBy[row] = CURRENT;
        int facts = from.factsTo[fromRow] - from.factsFrom[fromRow];
        System.arraycopy(from.factKind, from.factsFrom[fromRow], factKind, firstFact, facts);
        System.arraycopy(from.factDay, from.factsFrom[fromRow], factDay, firstFact, facts);
        System.arraycopy(from.factPosition, from.factsFrom[fromRow], factPosition, firstFact, facts);
        factsFrom[row] = firstFact;
        factsTo[row] = firstFact + facts;
    }

    /** How the referral of a row stands, read with a reader that knows the cutoff. */
    Standing standing(int row, StandingReader reader) {
        reader.begin(deliveredOn[row], dueOn[row]);
        for (int fact = factsFrom[row]; fact < factsTo[row]; fact++) {
            reader.learn(factKind[fact], factDay[fact], factPosition[fact]);
        }
        return reader.standing();
    }
}
