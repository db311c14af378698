package org.openengagement.tokens;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a request is answered whose bearer token is not good, in the shape of a GraphQL error. */
public final class TokenAnswers {

    private static final String NOT_VALID = """
            {"errors":[{"message":"The bearer token is not valid: it is damaged, has expired, or is of another ledger. Ask for a new one, or send none to read.","extensions":{"code":"UNAUTHENTICATED"}}]}
            """;
    private static final String NOT_TO_BE_CHECKED = """
            {"errors":[{"message":"The bearer token cannot be checked just now, since the keys of whoever issued it cannot be had. Nothing was done. Ask again shortly, or send none to read.","extensions":{"code":"UNAVAILABLE"}}]}
            """;
    private static final String SECONDS_UNTIL_ANOTHER_TRY = "2";

    private TokenAnswers() {}

    /** 401: another token is needed, or none. */
    public static void notValid(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        answer(response, HttpServletResponse.SC_UNAUTHORIZED, NOT_VALID);
    }

    /** 503: the same token may do later. */
    public static void cannotBeChecked(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", SECONDS_UNTIL_ANOTHER_TRY);
        answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, NOT_TO_BE_CHECKED);
    }

    private static void answer(HttpServletResponse response, int status, String body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(body);
    }
}
