package org.openengagement.ledger.events;

/** The names of the streams that events stand in. A name carries the type of what it names. */
public final class Streams {

    /** The ledger's own stream; its entry 0 is {@code LedgerOpened}. */
    public static final String LEDGER = "ledger";

    private static final String PROPOSAL = "proposal/";

    private Streams() {}

    /** The stream of one case: its whole history. */
    public static String proposal(String id) {
        return PROPOSAL + id;
    }

    public static boolean isProposal(String stream) {
        return stream.startsWith(PROPOSAL);
    }

    /**
     * The id of the case that a stream is the history of.
     *
     * @throws IllegalArgumentException if the stream is no case's
     */
    public static String caseOf(String stream) {
        if (!isProposal(stream)) {
            throw new IllegalArgumentException("%s is not the stream of a case".formatted(stream));
        }
        return stream.substring(PROPOSAL.length());
    }

    public static String institution(String slug) {
        return "institution/" + slug;
    }

    public static String legalBasis(String code) {
        return "legal-basis/" + code;
    }

    public static String holidayCalendar(String code) {
        return "holiday-calendar/" + code;
    }
}
