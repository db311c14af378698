package org.openengagement.deployment.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One command as a client sends it, with the key under which it may be sent again.
 *
 * @param kind what it asks for
 * @param key the idempotency key
 * @param input its input, the key in it
 * @param token whose it is; null: anybody's
 */
record Mutation(
        Kind kind,
        String key,
        Map<String, Object> input,
        @Nullable String token) {

    /** The mutations of a case's life, and those that prepare it. */
    enum Kind {
        REGISTER("registerInstitution", "InstitutionInput", "slug", "InstitutionRegistered"),
        SUBMIT("submitProposal", "SubmitProposalInput", "reference", "ProposalSubmitted"),
        PUBLISH("publishProposal", "CaseInput", "reference", "ProposalPublished"),
        REJECT("rejectProposal", "RejectInput", "reference", "ProposalRejected"),
        REFER("referProposal", "ReferInput", "referral", "ReferralIssued"),
        ACKNOWLEDGE("acknowledgeReferral", "ReferralInput", "referral", "ReferralAcknowledged"),
        RESPOND("publishResponse", "RespondInput", "referral", "ResponsePublished"),
        CLOSE("closeCase", "CloseInput", "reference", "CaseClosed");

        private final String mutation;
        private final String input;
        private final String answer;
        private final String event;

        Kind(String mutation, String input, String answer, String event) {
            this.mutation = mutation;
            this.input = input;
            this.answer = answer;
            this.event = event;
        }

        String mutation() {
            return mutation;
        }

        /** The field of its payload that names what it was done to. */
        String answer() {
            return answer;
        }

        /** The event that it leads to, once. */
        String event() {
            return event;
        }
    }

    Mutation {
        input = Map.copyOf(input);
    }

    static Mutation of(Kind kind, String key, Map<String, ?> input, @Nullable String token) {
        Map<String, Object> whole = new LinkedHashMap<>(input);
        whole.put("idempotencyKey", key);
        return new Mutation(kind, key, whole, token);
    }

    String document() {
        return "mutation M($input: %s!) { %s(input: $input) { position %s userErrors { code message } } }"
                .formatted(kind.input, kind.mutation, kind.answer);
    }
}
