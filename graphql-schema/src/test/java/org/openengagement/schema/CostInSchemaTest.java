package org.openengagement.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field whose cost nobody thought of is found before it is served. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CostInSchemaTest {

    @Test
    void no_field_forgets_its_cost() throws IOException {
        assertThat(forgotten(Sdl.text(Sdl.SERVED))).isEmpty();
    }

    /** The first column stands in the SDL, once; the second is put there instead. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            referrals: [Referral!]! @listSize(assumedSize: 4)  | referrals: [Referral!]!                           | Proposal.referrals is a list
            type Entry implements Node {                       | type Entry implements Node { next: [Entry!]       | Entry.next is a list
            type Entry implements Node {                       | type Entry implements Node { next: [[Entry]!]!    | Entry.next is a list
            "The ledger itself." ledger(                       | activity(day: Date): LegalBasis ledger(           | Query.activity is computed
            "The ledger itself." ledger(                       | activity: LegalBasis ledger(                      | Query.activity is computed
            type Entry implements Node {                       | type Entry implements Node { age(day: Date): Rate | Entry.age is computed
            type ResponseTimes @cost(weight: 150) {            | type ResponseTimes {                              | ResponseTimes is a figure
            type ResponseTimes @cost(weight: 150) {            | type ResponseTimes {                              | Query.responseTimes is computed
            type ResponseTimes @cost(weight: 150) {            | type ResponseTimes @cost(weight: 0) {             | ResponseTimes has a cost below 1
            type Entry implements Node {                       | type Entry implements Node { p: EntryConnection   | Entry.p leads to a connection: give it
            type Entry implements Node {                       | type Entry implements Node { p(first: Int = 9): EntryConnection | Entry.p has a default
            type Entry implements Node {                       | type Entry implements Node { p(first: Int): EntryConnection @listSize(assumedSize: 1) | take its @listSize away
            type Entry implements Node {                       | type Entry implements Node { p: Int @listSize(assumedSize: 2) | Entry.p is no list
            interface Node { "Its global id: opaque, and the same for ever." id: ID! | interface Node { id: ID! @cost(weight: 2) | Entry.id costs another than in the interface Node
            """)
    void a_field_that_forgets_its_cost_is_named(String now, String then, String named) throws IOException {
        String served = Sdl.text(Sdl.SERVED).replaceAll("\\s+", " ");
        assertThat(served.split(Pattern.quote(now), -1).length - 1)
                .as("times that the SDL has " + now)
                .isEqualTo(1);

        assertThat(forgotten(served.replace(now, then)))
                .anySatisfy(said -> assertThat(said).contains(named));
    }

    private static List<String> forgotten(String sdl) {
        return ForgottenCosts.of(
                new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), RuntimeWiring.MOCKED_WIRING));
    }
}
