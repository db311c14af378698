package org.openengagement.query.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.query.api.bounds.BodyMemory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WellFormedRequestsTest {

    @Test
    void a_request_that_finds_no_memory_in_time_is_told_to_try_again() throws Exception {
        BodyMemory memory = new BodyMemory(BodyMemory.LONGEST / 1_024 + 1, Duration.ZERO);
        WellFormedRequests requests = new WellFormedRequests(memory);
        BodyMemory.Share share = memory.take(-1).orElseThrow();

        MockHttpServletResponse refused = response(requests, "{\"query\": \"{a}\"}");
        assertThat(refused.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE.value());
        assertThat(refused.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
        assertThat(refused.getContentAsString()).contains("UNAVAILABLE").contains("Try again");

        share.giveBack();
        assertThat(response(requests, "{\"query\": \"{a}\"}").getStatus()).isEqualTo(HttpStatus.OK.value());
    }

    @Test
    void a_refused_request_gives_its_memory_back() throws Exception {
        WellFormedRequests requests = new WellFormedRequests();
        int moreThanThereIs = Math.toIntExact(Runtime.getRuntime().maxMemory() / 8 / BodyMemory.LONGEST) + 8;

        for (int request = 0; request < moreThanThereIs; request++) {
            assertThat(response(requests, "no JSON").getStatus()).isEqualTo(HttpStatus.BAD_REQUEST.value());
        }
    }

    private static MockHttpServletResponse response(WellFormedRequests requests, String body) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/graphql") {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        request.setContentType("application/json");
        request.setContent(body.getBytes(UTF_8));
        MockHttpServletResponse response = new MockHttpServletResponse();
        requests.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
