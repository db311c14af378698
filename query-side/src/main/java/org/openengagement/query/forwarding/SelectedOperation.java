package org.openengagement.query.forwarding;

import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which operation a request selects among those of its document. It is found as the engine that would carry it out finds it:
 * with the same parser, within the same limits.
 */
final class SelectedOperation {

    /** A keyword cannot be written in any other way, so most queries are known without parsing them twice. */
    private static final String KEYWORD = "mutation";

    private static final JsonMapper JSON = new JsonMapper();

    private SelectedOperation() {}

    /**
     * Whether it is a mutation. Where a body cannot be understood, or selects nothing, it is none: what is wrong with it is
     * then told by the query side.
     *
     * @param body a request to {@code /graphql}, as it came
     */
    static boolean isMutation(byte[] body) {
        try {
            JsonNode request = JSON.readTree(body);
            JsonNode document = request.path("query");
            JsonNode name = request.path("operationName");
            return document.isString()
                    && document.asString().contains(KEYWORD)
                    && isMutation(document.asString(), name.asString(""));
        } catch (JacksonException noRequest) {
            return false;
        }
    }

    /** @param name empty: the only one */
    private static boolean isMutation(String document, String name) {
        ParserEnvironment limited = ParserEnvironment.newParserEnvironment()
                .document(document)
                .parserOptions(ParserOptions.getDefaultOperationParserOptions())
                .build();
        try {
            List<OperationDefinition> operations =
                    Parser.parse(limited).getDefinitionsOfType(OperationDefinition.class).stream()
                            .filter(operation -> name.isEmpty() || name.equals(operation.getName()))
                            .toList();
            return operations.size() == 1 && operations.getFirst().getOperation() == Operation.MUTATION;
        } catch (InvalidSyntaxException noDocument) {
            return false;
        }
    }
}
