package org.openengagement.command.importing.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.command.RealLedger;
import org.openengagement.command.importing.formats.Formats;
import org.openengagement.ledger.entry.RecordedEvent;

/** Files that are imported into a ledger on a real store, which is each test's own. */
@SuppressWarnings("NullAway.Init") // JUnit sets the field
public abstract class IntoARealLedger {

    /** An institution and a law, with which a file begins. */
    protected static final String BEGUN = """
            {"v":"oel-events/v1","type":"InstitutionRegistered","effectiveOn":"2015-01-01","data":{"slug":"home-office","name":{"en":"Home Office"},"kind":"MINISTRY"}}
            {"type":"LegalBasisEnacted","effectiveOn":"2015-01-01","data":{"code":"foi-20","title":"Answer within 20 working days","days":20,"unit":"WORKING","rollForward":true,"pausable":true,"maxExtensionDays":20}}
            """;

    /** A case from its submission to its end, in 6 lines. */
    protected static final String CASE = """
            {"type":"ProposalSubmitted","case":"p-1","effectiveOn":"2024-03-01","source":{"name":"A town","url":"https://example.org/1","licence":"CC0-1.0"},"data":{"kind":"PETITION","channel":"WEB","language":"en","title":"Mend the bridge","text":"It leaks.","topics":["roads"]}}
            {"type":"ReferralIssued","case":"p-1","referral":"x","effectiveOn":"2024-04-02","data":{"to":"home-office","legalBasis":"foi-20"}}
            {"type":"ReferralAcknowledged","case":"p-1","referral":"x","effectiveOn":"2024-04-03"}
            {"type":"ResponsePublished","case":"p-1","referral":"x","effectiveOn":"2024-04-20","data":{"kind":"REJECTED","text":"No."}}
            {"type":"SupportCounted","case":"p-1","effectiveOn":"2024-09-01","data":{"count":10512}}
            {"type":"CaseClosed","case":"p-1","effectiveOn":"2024-09-01","data":{"reason":"COMPLETED"}}
            """;

    @TempDir
    protected Path directory;

    protected RealLedger real;

    @BeforeEach
    protected void open() {
        real = new RealLedger(directory.resolve("data"));
    }

    @AfterEach
    protected void close() {
        real.close();
    }

    protected final ImportReport run(String format, String file, ImportOptions options) throws IOException {
        return real.importer.run(file(format, file), options, progress -> {});
    }

    protected final ImportReport run(String file) throws IOException {
        return run(file, ImportOptions.PLAIN);
    }

    protected final ImportReport run(String file, ImportOptions options) throws IOException {
        return run(Formats.OWN, file, options);
    }

    /** A file in the ledger's own format. */
    protected static ImportFile own(String file) throws IOException {
        return file(Formats.OWN, file);
    }

    protected static ImportFile file(String format, String file) throws IOException {
        ImportFile.Content content = () -> new ByteArrayInputStream(file.getBytes(UTF_8));
        return new ImportFile(format, ImportFile.sha256(content), content, null);
    }

    /** What the ledger holds of cases, in order. */
    protected final List<RecordedEvent> ofCases() {
        return real.all().stream()
                .filter(each -> each.envelope().stream().startsWith("proposal/"))
                .toList();
    }

    protected final RecordedEvent first(String type) {
        return real.all().stream()
                .filter(each -> each.type().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
