package org.openengagement.deployment.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ledger's own part of docker-compose.yml: two nodes of each side over one MongoDB, with the settings that stand there. */
public final class Topology implements AutoCloseable {

    private static final int OF_EACH_SIDE = 2;

    private final Function<Side, String> mongodbUri;
    private final Path directory;
    private final RandomGenerator random;
    private final ProcessGuard guard;
    private final List<Node> commandSide;
    private final List<Node> querySide;
    private final List<Node> started = new ArrayList<>();

    /**
     * Lays them out; none is started yet.
     *
     * @param mongodbUri how a node of a side logs in to the database
     * @param directory where they keep their keys, indexes and logs
     */
    public Topology(Function<Side, String> mongodbUri, Path directory, RandomGenerator random, ProcessGuard guard) {
        this.mongodbUri = mongodbUri;
        this.directory = directory;
        this.random = random;
        this.guard = guard;
        this.commandSide = IntStream.rangeClosed(1, OF_EACH_SIDE)
                .mapToObj(number -> commandNode("command-" + number))
                .toList();
        this.querySide = IntStream.rangeClosed(1, OF_EACH_SIDE)
                .mapToObj(number -> queryNode("query-" + number))
                .toList();
    }

    /** Starts all of them, in no order, and waits until each says that it is ready. */
    public void start() {
        start(all());
        all().forEach(Node::awaitReady);
    }

    /** A query-side node with nothing yet, that starts to read the whole ledger from the start. */
    public Node startFreshQueryNode() {
        Node fresh = queryNode("query-fresh");
        start(List.of(fresh));
        return fresh;
    }

    public List<Node> commandSide() {
        return commandSide;
    }

    public List<Node> querySide() {
        return querySide;
    }

    /** Both nodes of the query side, then both of the command side. */
    public List<Node> all() {
        return Stream.concat(querySide.stream(), commandSide.stream()).toList();
    }

    public Path keyDirectory() {
        return directory.resolve("keys");
    }

    /** Waits until all that were started are up. One that ended by itself is started again, as any supervisor would. */
    public void awaitUp() {
        Await.until("all nodes are up; see " + directory, () -> {
            started.stream().filter(node -> !node.process().isAlive()).forEach(Node::start);
            return areUp();
        });
    }

    public boolean areUp() {
        return started.stream().allMatch(Node::isUp);
    }

    private void start(List<Node> nodes) {
        nodes.forEach(Node::start);
        started.addAll(nodes);
    }

    private Node commandNode(String name) {
        return node(name, Side.COMMAND, Map.of("OEL_KEY_DIR", keyDirectory().toString()));
    }

    private Node queryNode(String name) {
        return node(
                name,
                Side.QUERY,
                Map.of(
                        "OEL_INDEX_DIR",
                        directory.resolve(name + "-index").toString(),
                        "OEL_COMMAND_SIDE_ADDRESSES",
                        commandSide.stream()
                                .map(node -> node.address().toString())
                                .collect(Collectors.joining(","))));
    }

    private Node node(String name, Side side, Map<String, String> settings) {
        String port = String.valueOf(FreePorts.next(random));
        Map<String, String> instead = new TreeMap<>(settings);
        instead.put("SERVER_PORT", port);
        Map<String, String> environment =
                new TreeMap<>(DeploymentFiles.settings("deployment/%s.env".formatted(side.title()), instead));
        environment.put("OEL_SECRETS", secrets(name, mongodbUri.apply(side)));
        ChildProcess process =
                new ChildProcess(name, side.commandLine(), environment, directory.resolve(name + ".log"), guard);
        return new Node(process, URI.create("http://127.0.0.1:" + port));
    }

    /** How it logs in, it gets as a secret, in a file. */
    private String secrets(String name, String uri) {
        Path folder = directory.resolve(name + "-secrets");
        try {
            Files.writeString(Files.createDirectories(folder).resolve("oel.mongodb-uri"), uri);
            return folder.toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        Stream.concat(all().stream(), started.stream())
                .forEach(node -> node.process().kill());
    }
}
