package org.openengagement.query.search.index;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.lucene.store.FSDirectory;
import org.openengagement.query.api.Connection;
import org.openengagement.query.api.Moment;
import org.openengagement.query.api.PageRequest;
import org.openengagement.query.cases.CaseFolds;
import org.openengagement.query.cases.CaseView;
import org.openengagement.query.cases.Cases;
import org.openengagement.query.figures.Dimension;
import org.openengagement.query.figures.ReferralFilter;
import org.openengagement.query.figures.columns.ReferralColumns;
import org.openengagement.query.ledgers.MemoryLedger;
import org.openengagement.query.readmodels.PersistentReadModel;
import org.openengagement.query.responsetimes.ReferralsReadModel;
import org.openengagement.query.search.EntryFilter;
import org.openengagement.query.search.EntrySearch;
import org.openengagement.query.search.ProposalFilter;
import org.openengagement.query.search.ProposalOrder;
import org.openengagement.query.search.ProposalSearch;
import org.openengagement.query.standing.Cutoff;
import org.openengagement.query.standing.Timeliness;

/** One node's read models: what it knows is in its folder, and is made of the ledger alone. */
final class Node implements AutoCloseable {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final ProposalOrder BY_DAY =
            new ProposalOrder(ProposalOrder.Field.SUBMITTED, ProposalOrder.Direction.ASC);

    final MemoryLedger ledger;
    final SearchIndex index;
    private final PersistentReadModel<ReferralColumns> referrals;
    private final CaseFolds folds;

    Node(Path folder, MemoryLedger ledger) {
        this(folder, ledger, FSDirectory::open);
    }

    Node(Path folder, MemoryLedger ledger, IndexFolder.Disk disk) {
        this(folder, ledger, disk, System::nanoTime);
    }

    Node(Path folder, MemoryLedger ledger, IndexFolder.Disk disk, LongSupplier nanoTime) {
        this(folder, ledger, disk, nanoTime, new PersistentReadModel<>(new ReferralsReadModel()), List.of());
    }

    /**
     * @param referrals the read model of the figures
     * @param more those beside it
     */
    Node(
            Path folder,
            MemoryLedger ledger,
            IndexFolder.Disk disk,
            LongSupplier nanoTime,
            PersistentReadModel<ReferralColumns> referrals,
            List<PersistentReadModel<?>> more) {
        this.ledger = ledger;
        this.referrals = referrals;
        // So few folds at hand that most cases must be folded anew.
        this.folds = new CaseFolds(ledger, 3);
        List<PersistentReadModel<?>> models = new ArrayList<>(more);
        models.add(referrals);
        this.index = new SearchIndex(new IndexFolder(folder, ledger, disk), ledger, folds, models, nanoTime);
    }

    /** Takes in the whole ledger, what it has seen already included. */
    Node caughtUp() {
        ledger.all().forEach(index::on);
        index.show();
        return this;
    }

    Connection<CaseView> page(ProposalFilter filter, ProposalOrder order, PageRequest page) {
        return new ProposalSearch(index, new Cases(ledger, folds))
                .find(List.of(filter), order, page, new Moment(ledger.size() - 1, TODAY, true));
    }

    List<String> references(ProposalFilter filter) {
        return page(filter, BY_DAY, PageRequest.of(100, null, null, null, BY_DAY.name())).edges().stream()
                .map(edge -> edge.node().submitted().reference())
                .toList();
    }

    static ProposalFilter search(String words) {
        return new ProposalFilter(words, null, null, null, null, null, null, null, null);
    }

    /** All that its answers tell of all that it has taken in. */
    String told() {
        return told(index.position());
    }

    /** All that its answers tell of the ledger up to a position. */
    String told(long position) {
        StringBuilder told = new StringBuilder();
        for (Timeliness way : Timeliness.values()) {
            ProposalFilter standing = new ProposalFilter(null, null, null, null, null, null, List.of(way), null, null);
            told.append(way).append(references(standing));
        }
        for (String word : List.of("bridge", "water", "answer", "title")) {
            told.append(word).append(references(search(word)));
        }
        return told.append(new EntrySearch(index, ledger)
                        .find(
                                new EntryFilter(null, List.of("skopje"), null, null, null),
                                new PageRequest(100, false, null, null),
                                position))
                .append(figures(position))
                .toString();
    }

    /** All figures by institution, as of a position. */
    String figures(long position) {
        return referrals
                .rows()
                .responseTimes(ReferralFilter.ALL, List.of(Dimension.INSTITUTION), new Cutoff(position, TODAY))
                .toString();
    }

    @Override
    public void close() {
        index.close();
    }
}
