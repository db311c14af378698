package org.openengagement.schema;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Parses and validates a document once, however often it is sent: a page or a program sends the same few with other variables. A
 * document is found by every character of its text. One with errors is looked at each time, since they are told in the language of
 * whoever sent it.
 */
final class RememberedDocuments implements PreparsedDocumentProvider {

    /** All that are remembered, together; their trees take some fifty bytes for each character. */
    static final int CHARACTERS_AT_MOST = 200_000;

    private final Cache<String, PreparsedDocumentEntry> remembered = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_AT_MOST)
            .executor(Runnable::run)
            .weigher((String text, PreparsedDocumentEntry document) -> text.length())
            .build();

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        PreparsedDocumentEntry found = remembered.getIfPresent(input.getQuery());
        if (found == null) {
            found = parseAndValidate.apply(input);
            if (!found.hasErrors()) {
                remembered.put(input.getQuery(), found);
            }
        }
        return CompletableFuture.completedFuture(found);
    }
}
