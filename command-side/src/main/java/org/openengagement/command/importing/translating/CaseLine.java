package org.openengagement.command.importing.translating;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.importing.formats.Slugs;
import org.openengagement.command.importing.identifying.CaseMemory;
import org.openengagement.command.importing.identifying.IdentifiedLine;
import org.openengagement.command.importing.identifying.Identities;
import org.openengagement.command.importing.identifying.RememberedCase;
import org.openengagement.command.importing.lines.Fields;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineRefusedException;

/**
 * A line of a case on its way into a command. The source's ids of referrals and answers become numbers of the ledger here.
 *
 * @param identified the line
 * @param memory what is known of its case
 * @param identities makes claims of ids of the source
 * @param nameBecomesSlug whether an institution may be named by its name
 */
record CaseLine(IdentifiedLine identified, CaseMemory memory, Identities identities, boolean nameBecomesSlug) {

    String caseId() {
        return identified.caseId();
    }

    ImportLine line() {
        return identified.line();
    }

    Fields data() {
        return identified.line().data();
    }

    /** The day on which it happened. */
    LocalDate day() {
        return identified.line().effectiveOn();
    }

    RememberedCase known() {
        return memory.of(caseId());
    }

    /** The slug of the institution in {@code to}. */
    String to() {
        String to = data().text("to");
        return nameBecomesSlug ? Slugs.of(to) : to;
    }

    /** The number of the referral that the line is about. */
    String referral() {
        return numberOf(referralOfSource());
    }

    /** The id in the source of the referral that the line is about. */
    String referralOfSource() {
        String referral = line().referral();
        if (referral == null) {
            throw refused("it must say which referral it is about.");
        }
        return referral;
    }

    /** The number of a referral of the same case, by its id in the source. */
    String numberOf(String ofSource) {
        String number = memory.referral(caseId(), ofSource);
        if (number == null) {
            throw refused("its case has no referral %s.".formatted(ofSource));
        }
        return number;
    }

    /** The text in a field; {@code null} where it is absent or blank. */
    @Nullable
    String said(String field) {
        String text = data().textIfAny(field);
        return text == null || text.isBlank() ? null : text;
    }

    LineRefusedException refused(String why) {
        return new LineRefusedException(line().number(), why);
    }
}
