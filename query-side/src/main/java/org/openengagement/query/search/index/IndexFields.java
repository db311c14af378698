package org.openengagement.query.search.index;

import org.openengagement.query.readmodels.PersistentReadModel;

/** The names of the index's fields. Change one, or what it holds, and {@link IndexFolder#SCHEMA} counts up. */
public final class IndexFields {

    /** What a document is: {@link #CASE} or {@link #ENTRY}. */
    public static final String WHAT = "what";

    public static final String CASE = "case";
    public static final String ENTRY = "entry";

    /** The key of a case's document. */
    static final String CASE_STREAM = "caseStream";

    public static final String REFERENCE = "reference";
    public static final String OPENED = "opened";
    public static final String SUBMITTED = "submitted";
    public static final String CHANGED = "changed";
    public static final String DUE = "due";
    public static final String SUPPORTERS = "supporters";
    public static final String INSTITUTION = "institution";
    public static final String TOPIC = "topic";
    public static final String KIND = "kind";
    public static final String CHANNEL = "channel";
    public static final String STAGE = "stage";
    public static final String SOURCE = "source";

    public static final String TITLE = "title";
    public static final String TEXT = "text";

    public static final String POSITION = "position";
    public static final String TYPE = "type";
    public static final String STREAM = "stream";
    static final String REGISTER = "register";

    private IndexFields() {}

    /** What a read model keeps of a case. */
    static String kept(PersistentReadModel<?> model) {
        return "kept." + model.nameAndVersion();
    }

    /** The days through which a referral stands in one way to its deadline. */
    public static String timeliness(Enum<?> timeliness) {
        return "timeliness." + timeliness.name();
    }
}
