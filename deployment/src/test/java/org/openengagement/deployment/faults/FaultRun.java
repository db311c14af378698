package org.openengagement.deployment.faults;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openengagement.deployment.faults.Mutation.Kind;
import org.openengagement.deployment.topology.Await;
import org.openengagement.deployment.topology.Node;
import org.openengagement.deployment.topology.ProcessGuard;
import org.openengagement.deployment.topology.Topology;
import tools.jackson.databind.JsonNode;

/**
 * One run: load, faults, and what was found afterwards.
 *
 * @param seed what the faults followed from
 * @param length from the first fault to the end of the last
 * @param clients how many there were
 * @param book what they were answered
 * @param strikes the faults that were
 * @param ledgers what each member of the replica set holds afterwards
 * @param texts what each member holds that opens the sealed texts, in the same order
 * @param rollbacks how often a member took back writes that no majority had
 * @param answersLost how many answers to writes never came back
 * @param followed what the nodes answer that followed all the while
 * @param fresh what a node answers that read the ledger from the start afterwards
 */
record FaultRun(
        long seed,
        Duration length,
        int clients,
        AnswerBook book,
        List<Strike> strikes,
        List<LedgerOnDisk> ledgers,
        List<TextsOnDisk> texts,
        long rollbacks,
        long answersLost,
        List<Map<String, JsonNode>> followed,
        Map<String, JsonNode> fresh) {

    private static final List<String> INSTITUTIONS = List.of("lipovo", "roads-agency", "water-works");
    private static final int REPEATS_AFTERWARDS = 200;

    /** Starts a deployment, strikes it for so long, looks at what is left, and ends it. */
    static FaultRun of(Path mongod, Path directory, long seed, Duration length, boolean whole, int clients) {
        ProcessGuard guard = new ProcessGuard();
        Random random = new Random(seed);
        try (ReplicaSetUnderFault set = ReplicaSetUnderFault.start(mongod, directory, random, guard);
                Topology nodes = new Topology(side -> set.connectionString(), directory, random, guard)) {
            nodes.start();
            GraphQl graphQl = new GraphQl();
            AnswerBook book = new AnswerBook();
            Tokens tokens = Tokens.signedIn(nodes.keyDirectory(), INSTITUTIONS);
            AtomicBoolean goOn = new AtomicBoolean(true);
            List<Client> all = new ArrayList<>();
            for (int number = 1; number <= clients; number++) {
                Random own = new Random(random.nextLong());
                // One half asks at the one address, the other the command side itself.
                List<Node> asked = number % 2 == 0 ? nodes.commandSide() : nodes.all();
                Door door = new Door(graphQl, asked, nodes.commandSide(), book, own);
                all.add(new Client(number, door, tokens, INSTITUTIONS, own, goOn::get));
            }
            all.getFirst().prepare();
            FaultStorm storm = new FaultStorm(
                    new FaultPlan(seed, whole ? List.of(FaultKind.values()) : FaultKind.within(length), whole),
                    new FaultHand(set, nodes, book, seed),
                    set,
                    nodes,
                    book,
                    line -> System.out.println(line));
            long began = System.nanoTime();
            underLoad(all, goOn, () -> rage(storm, length, whole, book));
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            set.awaitWhole();
            Node fresh = nodes.startFreshQueryNode();
            nodes.awaitUp();
            Door door = new Door(graphQl, nodes.commandSide(), nodes.commandSide(), book, random);
            someOf(book.acknowledged(), random).forEach(door::repeat);
            awaitAlike(set);
            List<LedgerOnDisk> ledgers = atOnce(set.members(), member -> LedgerOnDisk.of(member.direct()));
            List<TextsOnDisk> texts = atOnce(set.members(), member -> TextsOnDisk.of(member.direct()));
            LedgerOnDisk ledger = ledgers.getFirst();
            ReadModels readModels = new ReadModels(
                    graphQl,
                    ledger.size() - 1,
                    references(book),
                    ledger.entriesByType().keySet(),
                    seed);
            List<Map<String, JsonNode>> answers = atOnce(
                    Stream.concat(nodes.querySide().stream(), Stream.of(fresh)).toList(), readModels::answersOf);
            return new FaultRun(
                    seed,
                    took,
                    clients,
                    book,
                    storm.strikes(),
                    ledgers,
                    texts,
                    set.members().stream().mapToLong(Member::rollbacks).sum(),
                    set.members().stream()
                            .mapToLong(member -> member.proxy().answersLost())
                            .sum(),
                    answers.subList(0, answers.size() - 1),
                    answers.getLast());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            guard.end();
        }
    }

    /** Where the deployment does not recover, that stands in the book, and the rest is looked at all the same. */
    private static void rage(FaultStorm storm, Duration length, boolean whole, AnswerBook book) {
        try {
            storm.rage(length, whole);
        } catch (AssertionError notRecovered) {
            book.violation("The deployment did not recover: " + notRecovered.getMessage());
        }
    }

    private static void underLoad(List<Client> clients, AtomicBoolean goOn, Runnable storm) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            clients.forEach(client -> running.add(threads.submit(client)));
            try {
                storm.run();
            } finally {
                goOn.set(false);
                for (Future<?> each : running) {
                    each.get(10, TimeUnit.MINUTES);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException | TimeoutException broken) {
            throw new IllegalStateException("A client broke", broken);
        }
    }

    /** Looks at several at the same time; what it found, in their order. */
    private static <T, R> List<R> atOnce(List<T> all, Function<T, R> look) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<R>> looks = all.stream()
                    .map(each -> CompletableFuture.supplyAsync(() -> look.apply(each), threads))
                    .toList();
            return looks.stream().map(CompletableFuture::join).toList();
        }
    }

    private static List<Acknowledged> someOf(List<Acknowledged> all, Random random) {
        return random.ints(Math.min(REPEATS_AFTERWARDS, all.size()), 0, all.size())
                .mapToObj(all::get)
                .toList();
    }

    /** Waits until every member holds what the primary holds. */
    private static void awaitAlike(ReplicaSetUnderFault set) {
        set.awaitWhole();
        Await.until(
                "all members hold as many commits",
                () -> set.members().stream()
                                .map(member -> member.direct()
                                        .getDatabase(ReplicaSetUnderFault.DATABASE)
                                        .withReadPreference(ReadPreference.primaryPreferred())
                                        .withReadConcern(ReadConcern.MAJORITY)
                                        .getCollection("commits")
                                        .countDocuments())
                                .distinct()
                                .count()
                        == 1);
    }

    /** The cases that were submitted, as their clients know them. */
    static List<String> references(AnswerBook book) {
        return book.acknowledged().stream()
                .filter(each -> each.mutation().kind() == Kind.SUBMIT)
                .map(each -> each.answer().reference())
                .toList();
    }

    /** How many mutations of a kind were acknowledged that name this in their input. */
    long acknowledged(Kind kind, String subject) {
        return book.acknowledged().stream()
                .filter(each -> each.mutation().kind() == kind)
                .filter(each -> each.mutation().input().containsValue(subject))
                .count();
    }

    /** How many keys were acknowledged. */
    long keys() {
        Set<String> keys = new HashSet<>();
        book.acknowledged().forEach(each -> keys.add(each.mutation().key()));
        return keys.size();
    }

    /** What the fresh node answers to a question of that name. */
    JsonNode freshAnswer(String question) {
        return Objects.requireNonNull(fresh.get(question), question);
    }

    /** Writes it down where a build puts its results. */
    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, FaultReport.of(this));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
