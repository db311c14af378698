package org.openengagement.query.forwarding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Headers that pass through: all but those that concern one connection only (RFC 9110, section 7.6.1). */
final class EndToEndHeaders {

    private static final String VIA = "Via";

    /** How this side names itself to whoever it sends something on to. */
    private static final String PSEUDONYM = "oel-query-side";

    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private EndToEndHeaders() {}

    /** Whether a request has been sent on already, so that to do it again would go in a circle. */
    static boolean wereSentOn(HttpServletRequest request) {
        return Collections.list(request.getHeaders(VIA)).stream().anyMatch(via -> via.contains(PSEUDONYM));
    }

    static void copy(HttpServletRequest from, HttpRequest.Builder to) {
        Set<String> left = left(Collections.list(from.getHeaders("Connection")));
        Collections.list(from.getHeaderNames()).stream()
                .filter(name -> !left.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(name -> Collections.list(from.getHeaders(name)).forEach(value -> to.header(name, value)));
        to.header(VIA, "1.1 " + PSEUDONYM);
    }

    static void copy(HttpHeaders from, HttpServletResponse to) {
        Set<String> left = left(from.allValues("Connection"));
        from.map().forEach((name, values) -> {
            // HTTP/2 writes its own lines of a message among the headers, with a colon.
            if (!left.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                to.setHeader(name, values.getFirst());
                values.stream().skip(1).forEach(value -> to.addHeader(name, value));
            }
        });
        from.firstValueAsLong("content-length").ifPresent(to::setContentLengthLong);
    }

    /** Those that no message takes along, and those that this one names as such. */
    private static Set<String> left(List<String> connection) {
        Set<String> left = new HashSet<>(OF_ONE_CONNECTION);
        connection.stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .forEach(left::add);
        return left;
    }
}
