package org.openengagement.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bends a small schema in every way that breaks a client, and in those that do not. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BreakagesTest {

    private static final String SCHEMA = """
            scalar Date
            interface Node { id: ID! }
            type Book implements Node { id: ID!, title: String!, tags: [String!]!, year(calendar: String): Int, loan(days: Int! = 7): Date }
            type Author { name: String }
            type Reader { name: String }
            union Found = Author | Book
            enum Colour { RED GREEN }
            input Filter { word: String, colour: Colour! = RED, year: Int!, tags: [String!] = [] }
            input Point { day: Date, place: Int }
            type Query { book(id: ID!, filter: Filter, at: Point): Book, find: Found }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            , title: String!        | ``                   | The field Book.title is gone.
            , year(calendar: String): Int | , year: Int    | The argument Book.year(calendar:) is gone.
            word: String,           | ``                   | The input field Filter.word is gone.
            RED GREEN               | RED                  | The value Colour.GREEN is gone.
            title: String!          | title: Int!          | Book.title was String! and is Int!: a client gets what it does not know.
            title: String!          | title: String        | Book.title was String! and is String: a client gets what it does not know.
            title: String!          | title: [String!]!    | Book.title was String! and is [String!]!: a client gets what it does not know.
            tags: [String!]!        | tags: [String]!      | Book.tags was [String!]! and is [String]!: a client gets what it does not know.
            tags: [String!]!        | tags: String!        | Book.tags was [String!]! and is String!: a client gets what it does not know.
            calendar: String        | calendar: Int        | Book.year(calendar:) was String and is Int: what a client sends is refused.
            calendar: String        | calendar: [String]   | Book.year(calendar:) was String and is [String]: what a client sends is refused.
            calendar: String        | calendar: String!    | Book.year(calendar:) is required now: a client may leave it out or send null.
            word: String            | word: String!        | Filter.word is required now: a client may leave it out or send null.
            tags: [String!] = []    | tags: [String!]! = [] | Filter.tags is required now: a client may leave it out or send null.
            days: Int! = 7          | days: Int!           | The default of Book.loan(days:), 7, is gone.
            days: Int! = 7          | days: Int! = 8       | The default of Book.loan(days:) was 7 and is 8.
            colour: Colour! = RED   | colour: Colour!      | The default of Filter.colour, RED, is gone.
            tags: [String!] = []    | tags: [String!]      | The default of Filter.tags, [], is gone.
            calendar: String        | calendar: String, zone: String! | The argument Book.year(zone:) is new and required: a client does not send it. Give it a default, or take the ! away.
            word: String            | word: String, more: Int! | The input field Filter.more is new and required: a client does not send it. Give it a default, or take the ! away.
            type Book implements Node | type Book          | Book no longer implements Node.
            type Reader             | interface Reader     | Reader was type and is interface.
            scalar Date             | enum Date { TODAY }  | Date was scalar and is enum.
            input Point             | input Point @oneOf   | Point is @oneOf now: a client that sends two of its fields is refused.
            """)
    void a_break_is_told_in_words(String now, String then, String told) {
        assertThat(told(now, then)).containsExactly(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title: String!          | title: String!, isbn: String
            year(calendar: String): Int | year(calendar: String): Int!
            calendar: String        | calendar: String, zone: String
            calendar: String        | calendar: String, zone: String! = "UTC"
            calendar: String        | calendar: String = "Gregorian"
            year: Int!              | year: Int
            tags: [String!] = []    | tags: [String] = []
            word: String            | word: String, more: Int
            word: String            | word: String, more: Int! = 1
            RED GREEN               | RED GREEN BLUE
            scalar Date             | scalar Date input New { word: String! }
            type Author {           | type Author implements Node { id: ID!
            title: String!          | "Its title." title: String! @deprecated(reason: "Ask for name.")
            RED GREEN               | GREEN RED
            """)
    void what_a_client_does_not_notice_is_no_break(String now, String then) {
        assertThat(told(now, then)).isEmpty();
    }

    @Test
    void a_type_that_goes_is_told_once_and_not_with_each_of_its_fields() {
        assertThat(Breakages.between(
                        Contract.of("type Query { book: Int } type Book { id: ID!, title(of: Int): String }"),
                        Contract.of("type Query { book: Int }")))
                .containsExactly("The type Book is gone.");
    }

    @Test
    void a_union_that_loses_a_type_is_told() {
        assertThat(told("= Author | Book", "= Book")).containsExactly("Found no longer holds Author.");
    }

    @Test
    void a_schema_is_written_down_a_coordinate_a_line() {
        assertThat(Contract.of("""
                        type Query { day(of: Point, n: Int! = 3): [Day!]! }
                        input Point @oneOf { x: Int, y: Int }
                        enum Day { SUNDAY MONDAY }
                        """).lines())
                .containsExactly(
                        "Day: enum",
                        "Day.MONDAY",
                        "Day.SUNDAY",
                        "Point: input @oneOf",
                        "Point.x: Int",
                        "Point.y: Int",
                        "Query: type",
                        "Query.day: [Day!]!",
                        "Query.day(n:): Int! = 3",
                        "Query.day(of:): Point");
    }

    private static List<String> told(String now, String then) {
        assertThat(SCHEMA).as("the schema that is bent").containsOnlyOnce(now);
        return Breakages.between(Contract.of(SCHEMA), Contract.of(SCHEMA.replace(now, then)));
    }
}
