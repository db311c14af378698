package org.openengagement.query.standing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;
import org.openengagement.ledger.events.referral.ReferralPurpose;

/**
 * The facts of a case as bytes: a form number, then each member in the order of its record. Texts and lists are preceded
 * by their length, days are epoch days, an absent member is a 0 byte. It is a cache of the ledger: a form that is not known
 * is rebuilt, never converted.
 */
final class CaseFactsForm {
    private static final int FORM = 2;

    private CaseFactsForm() {}

    static byte[] write(CaseFacts facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            writeText(out, facts.reference());
            writeText(out, facts.kind().name());
            writeText(out, facts.channel().name());
            out.writeInt(facts.topics().size());
            for (String topic : facts.topics()) {
                writeText(out, topic);
            }
            writeOptionalText(out, facts.source());
            out.writeLong(facts.position());
            out.writeInt(facts.referrals().size());
            for (ReferralFacts referral : facts.referrals()) {
                writeReferral(out, referral);
            }
        } catch (IOException unexpected) {
            throw new UncheckedIOException("writing to memory failed", unexpected);
        }
        return bytes.toByteArray();
    }

    private static void writeReferral(DataOutputStream out, ReferralFacts referral) throws IOException {
        writeText(out, referral.number());
        writeText(out, referral.institution());
        writeText(out, referral.purpose().name());
        writeOptionalText(out, referral.legalBasis());
        out.writeLong(referral.deliveredOn().toEpochDay());
        out.writeBoolean(referral.dueOn() != null);
        if (referral.dueOn() != null) {
            out.writeLong(referral.dueOn().toEpochDay());
        }
        out.writeLong(referral.position());
        out.writeInt(referral.facts().size());
        for (Fact fact : referral.facts()) {
            out.writeByte(fact.kind().code());
            out.writeLong(fact.day().toEpochDay());
            out.writeLong(fact.position());
        }
    }

    private static void writeOptionalText(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            writeText(out, text);
        }
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    static CaseFacts read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int form = in.readUnsignedByte();
            if (form != FORM) {
                throw new IllegalArgumentException(
                        "facts of a case in form %d; this version reads form %d: rebuild the index"
                                .formatted(form, FORM));
            }
            CaseFacts facts = new CaseFacts(
                    readText(in),
                    ProposalKind.valueOf(readText(in)),
                    Channel.valueOf(readText(in)),
                    readList(in, CaseFactsForm::readText),
                    readOptional(in, CaseFactsForm::readText),
                    in.readLong(),
                    readList(in, CaseFactsForm::readReferral));
            if (in.available() > 0) {
                throw new IllegalArgumentException(
                        "%d bytes too many after the facts of case %s".formatted(in.available(), facts.reference()));
            }
            return facts;
        } catch (IOException | DateTimeException notFacts) {
            throw new IllegalArgumentException(
                    "these %d bytes are not the facts of a case: rebuild the index".formatted(bytes.length), notFacts);
        }
    }

    private static ReferralFacts readReferral(DataInputStream in) throws IOException {
        return new ReferralFacts(
                readText(in),
                readText(in),
                ReferralPurpose.valueOf(readText(in)),
                readOptional(in, CaseFactsForm::readText),
                readDay(in),
                readOptional(in, CaseFactsForm::readDay),
                in.readLong(),
                readList(in, CaseFactsForm::readFact));
    }

    private static Fact readFact(DataInputStream in) throws IOException {
        return new Fact(readFactKind(in), readDay(in), in.readLong());
    }

    private static LocalDate readDay(DataInputStream in) throws IOException {
        return LocalDate.ofEpochDay(in.readLong());
    }

    private static <T> @Nullable T readOptional(DataInputStream in, Reading<T> reading) throws IOException {
        return in.readBoolean() ? reading.from(in) : null;
    }

    private static <T> List<T> readList(DataInputStream in, Reading<T> reading) throws IOException {
        int size = readLength(in);
        List<T> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(reading.from(in));
        }
        return list;
    }

    private static FactKind readFactKind(DataInputStream in) throws IOException {
        int code = in.readUnsignedByte();
        return FactKind.ofCode(code).orElseThrow(() -> new IOException("no kind of fact has the code " + code));
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(readLength(in)), StandardCharsets.UTF_8);
    }

    /** No list or text is longer than what is left, so that garbage never asks for much memory. */
    private static int readLength(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a length of " + length + " with " + in.available() + " bytes left");
        }
        return length;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }
}
