package org.openengagement.deployment.faults;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The split deployment: two nodes of each side over one replica set, as plain processes. */
final class Nodes implements AutoCloseable {

    private static final String DATABASE = "ledger";
    private static final int OF_EACH_SIDE = 2;

    private final ReplicaSetUnderFault set;
    private final Path directory;
    private final RandomGenerator random;
    private final ProcessGuard guard;
    private final List<Node> commandSide;
    private final List<Node> querySide;
    private final List<Node> started = new ArrayList<>();

    private Nodes(ReplicaSetUnderFault set, Path directory, RandomGenerator random, ProcessGuard guard) {
        this.set = set;
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

    /** Starts them, and waits until each takes connections. */
    static Nodes start(ReplicaSetUnderFault set, Path directory, RandomGenerator random, ProcessGuard guard) {
        Nodes nodes = new Nodes(set, directory, random, guard);
        // The first one opens the ledger and makes the keys, that the others find.
        nodes.startAll(nodes.commandSide.subList(0, 1));
        nodes.startAll(Stream.concat(nodes.commandSide.stream().skip(1), nodes.querySide.stream())
                .toList());
        return nodes;
    }

    List<Node> commandSide() {
        return commandSide;
    }

    List<Node> querySide() {
        return querySide;
    }

    /** Both nodes of the query side, then both of the command side. */
    List<Node> all() {
        return Stream.concat(querySide.stream(), commandSide.stream()).toList();
    }

    Path keyDirectory() {
        return directory.resolve("keys");
    }

    /** The database that the ledger stands in, as each member alone shows it. */
    static String database() {
        return DATABASE;
    }

    /** A query-side node with nothing yet, that reads the whole ledger from the start. */
    Node startFreshQueryNode() {
        Node fresh = queryNode("query-fresh");
        startAll(List.of(fresh));
        return fresh;
    }

    /** Waits until all are up. One that ended by itself is started again, as any supervisor would. */
    void awaitUp() {
        Await.until("all nodes are up; see " + directory, () -> {
            started.stream()
                    .filter(node -> !node.process().isAlive())
                    .forEach(node -> node.process().start());
            return areUp();
        });
    }

    boolean areUp() {
        return started.stream().allMatch(Node::isUp);
    }

    private void startAll(List<Node> nodes) {
        nodes.forEach(node -> node.process().start());
        started.addAll(nodes);
        Await.until(
                "%s are up; see %s".formatted(nodes.stream().map(Node::name).toList(), directory),
                () -> nodes.stream().allMatch(Node::isUp));
    }

    private Node commandNode(String name) {
        return node(name, Side.COMMAND, List.of("--oel.key-dir=" + keyDirectory(), "--oel.origin=localhost/faults"));
    }

    private Node queryNode(String name) {
        return node(
                name,
                Side.QUERY,
                List.of(
                        "--oel.index-dir=" + directory.resolve(name + "-index"),
                        "--oel.command-side.addresses="
                                + String.join(
                                        ",",
                                        commandSide.stream()
                                                .map(node -> node.address().toString())
                                                .toList())));
    }

    private Node node(String name, Side side, List<String> settings) {
        int port = FreePorts.next(random);
        List<String> all = new ArrayList<>(settings);
        all.add("--server.port=" + port);
        all.add("--server.address=127.0.0.1");
        all.add("--oel.mongodb-uri=" + set.connectionString(DATABASE, CuttingProxy.CUTTABLE));
        ChildProcess process =
                new ChildProcess(name, side.commandLine(all), Map.of(), directory.resolve(name + ".log"), guard);
        return new Node(process, URI.create("http://127.0.0.1:" + port));
    }

    @Override
    public void close() {
        started.forEach(node -> node.process().kill());
    }
}
