package org.openengagement.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.query.api.GlobalId;
import org.openengagement.query.ledgers.MemoryLedger;

/** Ids, references and points of the ledger: which lead somewhere, which nowhere, and which are none. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdsOverHttpTest extends ServedQuerySide {

    @Test
    void everything_has_a_global_id_and_is_found_by_it() {
        var answer = ask("""
                { proposal(reference: "0000000012") { id } institution(slug: "skopje") { id parent { slug } }
                  institutions(first: 1, filter: { search: "city" }) { totalCount edges { node { slug names { language text } } } }
                  ledger { size origin zone languages verifierKey reached head { id position } } }
                """);
        answer.path("institutions.totalCount").entity(Integer.class).isEqualTo(2);
        answer.path("ledger.zone").entity(String.class).isEqualTo("Europe/Skopje");
        answer.path("ledger.reached").entity(Long.class).isEqualTo(LEDGER.size() - 1);
        for (String path : List.of("proposal.id", "institution.id", "ledger.head.id")) {
            String id = answer.path(path).entity(String.class).get();
            ask("{ node(id: \"%s\") { id __typename } }".formatted(id))
                    .path("node.id")
                    .entity(String.class)
                    .isEqualTo(id);
        }
        ask("{ node(id: \"%s\") { id } }".formatted(new GlobalId("Entry", "99999").encoded()))
                .path("node")
                .valueIsNull();
    }

    @Test
    void an_id_that_nobody_gave_out_is_told_from_one_that_leads_nowhere_any_more() {
        ask("{ proposal(reference: \"000000009J\") { id } }").path("proposal").valueIsNull();
        for (String reference : List.of(
                "",
                "0",
                "000000000U",
                "00000000001",
                "0000-000-001-29",
                "0000000001",
                "0000000012.r1",
                "\uD83D\uDE00")) {
            tester.document("query($r: ID!) { proposal(reference: $r) { id } }")
                    .variable("r", reference)
                    .execute()
                    .errors()
                    .satisfy(errors -> assertThat(errors)
                            .as(reference)
                            .singleElement()
                            .satisfies(error -> {
                                assertThat(error.getExtensions()).containsEntry("code", "INVALID");
                                assertThat(error.getPath()).isEqualTo("proposal");
                            }));
        }
        List<String> ids = List.of(
                "",
                "garbage",
                "0000000012",
                new GlobalId("Nothing", "1").encoded(),
                new GlobalId("Entry", "first").encoded(),
                new GlobalId("Proposal", "no reference").encoded());
        for (String id : ids) {
            tester.document("query($id: ID!) { node(id: $id) { id } }")
                    .variable("id", id)
                    .execute()
                    .errors()
                    .satisfy(errors -> assertThat(errors).as(id).singleElement().satisfies(error -> {
                        assertThat(error.getExtensions()).containsEntry("code", "INVALID");
                        assertThat(error.getPath()).isEqualTo("node");
                    }));
        }
        String lower = new GlobalId("Proposal", "0000 000 oi2").encoded();
        ask("{ node(id: \"%s\") { ... on Proposal { reference } } }".formatted(lower))
                .path("node.reference")
                .entity(String.class)
                .isEqualTo("0000000012");
    }

    @Test
    void a_misheard_reference_is_told_from_one_that_nobody_has() {
        String misheard = new GlobalId("Proposal", "0000000013").encoded();
        for (String document : List.of(
                "{ proposal(reference: \"0000000013\") { id } }",
                "{ entries(filter: { reference: \"0000000013\" }) { totalCount } }",
                "{ node(id: \"%s\") { id } }".formatted(misheard))) {
            tester.document(document)
                    .execute()
                    .errors()
                    .satisfy(errors -> assertThat(errors)
                            .as(document)
                            .singleElement()
                            .satisfies(error -> {
                                assertThat(error.getExtensions()).containsEntry("code", "INVALID");
                                assertThat(error.getMessage())
                                        .isEqualTo("The reference 0000000013 has a wrong check character;"
                                                + " was a character misheard or mistyped?");
                            }));
        }
    }

    @Test
    void a_point_before_the_ledger_began_is_no_point_of_it() {
        String before = MemoryLedger.FIRST.minusMillis(1).toString();
        for (String document : List.of(
                "{ proposal(reference: \"0000000012\", asOf: { instant: \"%s\" }) { stage } }",
                "{ responseTimes(asOf: { instant: \"%s\" }) { ledgerPosition } }",
                "{ institution(slug: \"skopje\") { responseTimes(asOf: { instant: \"%s\" }) { ledgerPosition } } }")) {
            tester.document(document.formatted(before))
                    .execute()
                    .errors()
                    .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                        assertThat(error.getExtensions()).containsEntry("code", "INVALID");
                        assertThat(error.getMessage()).contains("begins at " + MemoryLedger.FIRST);
                    }));
        }
        ask("{ responseTimes(asOf: { instant: \"%s\" }) { ledgerPosition } }".formatted(MemoryLedger.FIRST))
                .path("responseTimes.ledgerPosition")
                .entity(Long.class)
                .isEqualTo(0L);
    }
}
