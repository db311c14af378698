package org.openengagement.query.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoomForBodiesTest {

    private static final int KIBIBYTE = 1_024;
    private static final int LONGEST = WellFormedQuestions.LONGEST / KIBIBYTE + 1;
    private static final Duration NEVER_IN_VAIN = Duration.ofMinutes(10);
    private static final Executor ELSEWHERE = Thread::startVirtualThread;

    @Test
    void a_body_that_finds_no_room_in_time_is_told_to_come_again() throws Exception {
        RoomForBodies room = new RoomForBodies(LONGEST, Duration.ZERO);
        room.enter(WellFormedQuestions.LONGEST);

        assertThatThrownBy(() -> room.enter(0))
                .hasMessageContaining("Try again")
                .asInstanceOf(InstanceOfAssertFactories.type(RefusedRequestException.class))
                .extracting(RefusedRequestException::status)
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @Test
    void a_body_waits_for_the_room_that_another_leaves() throws Exception {
        RoomForBodies room = new RoomForBodies(LONGEST, NEVER_IN_VAIN);
        RoomForBodies.Place first = room.enter(WellFormedQuestions.LONGEST);
        CompletableFuture<RoomForBodies.Place> second = CompletableFuture.supplyAsync(() -> entered(room), ELSEWHERE);

        first.leave();

        assertThat(second).succeedsWithin(Duration.ofMinutes(1));
    }

    @Test
    void small_bodies_share_what_one_long_one_would_take() throws Exception {
        RoomForBodies room = new RoomForBodies(LONGEST, Duration.ZERO);

        for (int small = 0; small < LONGEST; small++) {
            room.enter(KIBIBYTE - 1);
        }

        assertThatThrownBy(() -> room.enter(1)).isInstanceOf(RefusedRequestException.class);
    }

    @Test
    void a_body_that_does_not_say_how_long_it_is_takes_as_much_as_the_longest_and_one_too_long_no_more()
            throws Exception {
        for (long length : new long[] {-1, WellFormedQuestions.LONGEST + 1, Long.MAX_VALUE}) {
            RoomForBodies room = new RoomForBodies(LONGEST, Duration.ZERO);

            room.enter(length);

            assertThatThrownBy(() -> room.enter(0)).isInstanceOf(RefusedRequestException.class);
        }
    }

    @Test
    void the_longest_body_has_room_however_small_the_heap_is() throws Exception {
        RoomForBodies room = RoomForBodies.anEighthOfTheHeap();

        for (int longest = 0; longest < 4; longest++) {
            assertThat(room.enter(-1)).isNotNull();
        }
    }

    @Test
    void one_that_is_interrupted_while_it_waits_has_no_room_and_stays_interrupted() throws Exception {
        RoomForBodies room = new RoomForBodies(LONGEST, NEVER_IN_VAIN);
        room.enter(WellFormedQuestions.LONGEST);
        CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
        Thread waiting = Thread.startVirtualThread(() -> {
            assertThatThrownBy(() -> room.enter(0)).isInstanceOf(RefusedRequestException.class);
            stillInterrupted.complete(Thread.currentThread().isInterrupted());
        });

        waiting.interrupt();

        assertThat(stillInterrupted.get(60, SECONDS)).isTrue();
    }

    @Test
    void a_question_leaves_its_room_when_it_is_refused() throws Exception {
        WellFormedQuestions questions = new WellFormedQuestions();
        int moreThanThereIs = Math.toIntExact(Runtime.getRuntime().maxMemory() / 8 / WellFormedQuestions.LONGEST) + 8;

        for (int question = 0; question < moreThanThereIs; question++) {
            assertThat(answered(questions, "no JSON")).isEqualTo(HttpStatus.BAD_REQUEST.value());
        }
    }

    private static int answered(WellFormedQuestions questions, String body) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/graphql") {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        request.setContentType("application/json");
        request.setContent(body.getBytes(UTF_8));
        MockHttpServletResponse response = new MockHttpServletResponse();
        questions.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private static RoomForBodies.Place entered(RoomForBodies room) {
        try {
            return room.enter(0);
        } catch (RefusedRequestException refused) {
            throw new AssertionError(refused);
        }
    }
}
