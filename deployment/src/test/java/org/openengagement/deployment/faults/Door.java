package org.openengagement.deployment.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.openengagement.deployment.faults.GraphQl.Reply;
import org.openengagement.deployment.topology.Node;
import tools.jackson.databind.JsonNode;

/**
 * How a client gets a mutation done whatever happens: it sends it again, under the same key, to one node after the other, until
 * it is answered. It cannot know what became of an attempt that was not.
 */
final class Door {

    private static final Duration NEVER = Duration.ofMinutes(4);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final GraphQl graphQl;
    private final List<Node> nodes;
    private final List<Node> writers;
    private final AnswerBook book;
    private final RandomGenerator random;
    private int turn;

    /**
     * @param nodes where mutations are taken
     * @param writers those of the nodes that carry them out themselves
     */
    Door(GraphQl graphQl, List<Node> nodes, List<Node> writers, AnswerBook book, RandomGenerator random) {
        this.graphQl = graphQl;
        this.nodes = nodes;
        this.writers = writers;
        this.book = book;
        this.random = random;
    }

    /** Has it done for the first time; empty where it was never answered, or refused, which stands in the book. */
    Optional<Acknowledged> have(Mutation mutation) {
        return answer(mutation).map(answer -> {
            Node node = nodes.get(turn);
            return book.acknowledge(mutation, answer, writers.contains(node) ? node : null);
        });
    }

    /** Sends it again, though it was answered. */
    void repeat(Acknowledged earlier) {
        turn = random.nextInt(nodes.size());
        answer(earlier.mutation()).ifPresent(again -> book.repeat(earlier, again));
    }

    private Optional<Answer> answer(Mutation mutation) {
        long started = System.nanoTime();
        while (System.nanoTime() - started < NEVER.toNanos()) {
            Node node = nodes.get(turn);
            try {
                Reply reply = graphQl.send(
                        node.address(),
                        mutation.document(),
                        Map.of("input", mutation.input()),
                        mutation.token(),
                        patience());
                switch (verdict(mutation, reply)) {
                    case Verdict.Done done -> {
                        return Optional.of(done.answer());
                    }
                    case Verdict.Refused refused -> {
                        book.violation("%s under key %s was refused: %s"
                                .formatted(mutation.kind(), mutation.key(), refused.why()));
                        return Optional.empty();
                    }
                    case Verdict.NotNow notNow -> book.setback(notNow.why());
                }
            } catch (IOException cut) {
                book.setback(cut.getClass().getSimpleName());
            }
            turn = (turn + 1) % nodes.size();
            LockSupport.parkNanos(PAUSE);
        }
        book.violation("%s under key %s was not answered in %s".formatted(mutation.kind(), mutation.key(), NEVER));
        return Optional.empty();
    }

    /** Some give up soon and ask elsewhere, others wait. */
    private Duration patience() {
        return Duration.ofMillis(random.nextInt(2_000, 12_000));
    }

    private static Verdict verdict(Mutation mutation, Reply reply) {
        JsonNode body = reply.body();
        if (reply.status() == 503) {
            return new Verdict.NotNow("503");
        }
        if (body == null) {
            return new Verdict.NotNow("HTTP " + reply.status());
        }
        if (body.hasNonNull("errors") && !body.get("errors").isEmpty()) {
            JsonNode error = body.get("errors").get(0);
            String code = error.at("/extensions/code").asString("no code");
            return switch (code) {
                case "UNAVAILABLE" -> new Verdict.NotNow(code);
                default ->
                    new Verdict.NotNow(
                            "%s: %s".formatted(code, error.path("message").asString()));
            };
        }
        JsonNode payload = body.path("data").path(mutation.kind().mutation());
        if (payload.hasNonNull("position")) {
            return new Verdict.Done(new Answer(
                    payload.get("position").asLong(),
                    payload.path(mutation.kind().answer()).asString("")));
        }
        JsonNode error = payload.at("/userErrors/0");
        String why = "%s %s"
                .formatted(error.path("code").asString(), error.path("message").asString());
        return error.path("code").asString().equals("CONFLICT") ? new Verdict.NotNow(why) : new Verdict.Refused(why);
    }

    /** What an answer comes to. */
    private sealed interface Verdict {

        record Done(Answer answer) implements Verdict {}

        record Refused(String why) implements Verdict {}

        record NotNow(String why) implements Verdict {}
    }
}
