package org.openengagement.query.readmodels;

import java.util.regex.Pattern;
import org.openengagement.query.api.RequestException;
import org.openengagement.query.cases.CaseView;

/**
 * A read model that persists, and the one way to its rows. As a bean it is found by the index, which loads it, feeds it, and
 * says when it is complete; until then no query sees its rows.
 *
 * <p>One thread at a time loads and feeds it; many ask.
 *
 * @param <R> its rows
 */
public final class PersistentReadModel<R> {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final CaseReadModel<R> definition;
    private final R rows;
    private volatile Progress progress = new Progress(false, 0, 0);

    /**
     * @throws IllegalArgumentException if the name is not made of lower-case letters, digits and hyphens, or the version is
     *     not positive
     */
    public PersistentReadModel(CaseReadModel<R> definition) {
        if (!NAME.matcher(definition.name()).matches() || definition.version() < 1) {
            throw new IllegalArgumentException(
                    "A read model is named in lower-case letters, digits and hyphens, and its version is 1 or more: %s, %d."
                            .formatted(definition.name(), definition.version()));
        }
        this.definition = definition;
        this.rows = definition.emptyRows();
    }

    /**
     * How far it is.
     *
     * @param complete whether its rows hold every case that answers reflect
     * @param lacking how many cases they do not hold yet
     * @param cases how many cases there were when it was loaded
     */
    public record Progress(boolean complete, long lacking, long cases) {

        @Override
        public String toString() {
            return complete ? "complete" : "%,d of %,d cases".formatted(cases - lacking, cases);
        }
    }

    /** Its name and version, such as {@code referrals.1}: what is kept under one is never read under another. */
    public String nameAndVersion() {
        return definition.name() + "." + definition.version();
    }

    public String name() {
        return definition.name();
    }

    public Progress progress() {
        return progress;
    }

    /**
     * Its rows, which hold every case up to the position that this node's answers reflect.
     *
     * @throws RequestException with the code UNAVAILABLE, while it is made from the ledger
     */
    public R rows() {
        Progress now = progress;
        if (!now.complete()) {
            throw RequestException.unavailable(
                    "This node is making \"%s\" from the ledger: %s are done. Ask again later, or ask another node."
                            .formatted(name(), now));
        }
        return rows;
    }

    /** What is to be kept of a case: see {@link CaseReadModel#bytesOf}. For the index. */
    public byte[] bytesOf(CaseView view) {
        return definition.bytesOf(view);
    }

    /**
     * Takes in what was kept of a case: see {@link CaseReadModel#replace}. For the index.
     *
     * @throws IllegalArgumentException if the bytes are not those of a case
     */
    public void replace(byte[] bytes) {
        definition.replace(rows, bytes);
    }

    /** Says that its rows lack some of the cases. For the index. */
    public void lacks(long lacking, long cases) {
        progress = new Progress(false, lacking, cases);
    }

    /** Says that its rows lack nothing. For the index. */
    public void complete() {
        progress = new Progress(true, 0, progress.cases());
    }
}
