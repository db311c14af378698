package org.openengagement.query.readmodels;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.openengagement.query.cases.CaseView;

/** A second read model, for tests: how many cases came in, by month. */
public final class SubmissionsReadModel implements CaseReadModel<SubmissionsReadModel.Submissions> {

    private final CborForm<Submission> form = new CborForm<>(Submission.class);

    /** One case. */
    record Submission(String reference, LocalDate on, long position) {}

    /** All cases. */
    public static final class Submissions {

        private final Map<String, Submission> byReference = new ConcurrentHashMap<>();

        /** How many came in each month, of those recorded up to a position. */
        public Map<YearMonth, Integer> byMonth(long position) {
            Map<YearMonth, Integer> months = new TreeMap<>();
            byReference.values().stream()
                    .filter(each -> each.position() <= position)
                    .forEach(each -> months.merge(YearMonth.from(each.on()), 1, Integer::sum));
            return months;
        }
    }

    @Override
    public String name() {
        return "submissions";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public byte[] bytesOf(CaseView view) {
        return form.write(new Submission(view.submitted().reference(), view.submittedOn(), view.opened()));
    }

    @Override
    public Submissions emptyRows() {
        return new Submissions();
    }

    @Override
    public void replace(Submissions rows, byte[] bytes) {
        Submission read = form.read(bytes);
        rows.byReference.put(read.reference(), read);
    }
}
