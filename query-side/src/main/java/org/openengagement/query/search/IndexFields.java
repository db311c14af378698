package org.openengagement.query.search;

/** The names of the index's fields. Change one, or what it holds, and {@link IndexFolder#SCHEMA} counts up. */
final class IndexFields {

    /** What a document is: {@link #CASE} or {@link #ENTRY}. */
    static final String WHAT = "what";

    static final String CASE = "case";
    static final String ENTRY = "entry";

    /** The key of a case's document. */
    static final String CASE_STREAM = "caseStream";

    static final String REFERENCE = "reference";
    static final String OPENED = "opened";
    static final String SUBMITTED = "submitted";
    static final String CHANGED = "changed";
    static final String DUE = "due";
    static final String SUPPORTERS = "supporters";
    static final String INSTITUTION = "institution";
    static final String TOPIC = "topic";
    static final String KIND = "kind";
    static final String CHANNEL = "channel";
    static final String STAGE = "stage";
    static final String SOURCE = "source";
    /** What the figures need to know of the case, in their own form. */
    static final String FACTS = "facts";

    static final String TITLE = "title";
    static final String TEXT = "text";

    static final String POSITION = "position";
    static final String TYPE = "type";
    static final String STREAM = "stream";
    static final String REGISTER = "register";

    private IndexFields() {}

    /** The days through which a referral stands in one way to its deadline. */
    static String timeliness(Enum<?> timeliness) {
        return "timeliness." + timeliness.name();
    }
}
