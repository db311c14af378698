package org.openengagement.deployment;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openengagement.deployment.faults.Await;
import org.openengagement.deployment.faults.ChildProcess;
import org.openengagement.deployment.faults.FreePorts;
import org.openengagement.deployment.faults.MongodProgram;
import org.openengagement.deployment.faults.ProcessGuard;

/**
 * What docker-compose.yml starts, as processes of this machine: a replica set that asks for passwords, two nodes of each
 * side, and the proxy where HAProxY is installed.
 */
final class Topology implements AutoCloseable {

    private final ProcessGuard guard = new ProcessGuard();
    private final SecuredReplicaSet replicaSet;
    private final List<NodeProcess> commandSide;
    private final List<NodeProcess> querySide;
    private final @Nullable ChildProcess proxy;
    private final URI address;

    private Topology(Path mongod, Path commandProgram, Path queryProgram, Path directory, RandomGenerator random) {
        replicaSet = new SecuredReplicaSet(mongod, directory, random, guard);
        commandSide = IntStream.rangeClosed(1, 2)
                .mapToObj(number -> commandNode("command-" + number, commandProgram, directory, random))
                .toList();
        querySide = IntStream.rangeClosed(1, 2)
                .mapToObj(number -> queryNode("query-" + number, queryProgram, directory, random))
                .toList();
        int port = FreePorts.next(random);
        Optional<String> haproxy = haproxy();
        proxy = haproxy.map(program -> proxy(program, port, directory)).orElse(null);
        // Where there is no proxy, a client of one query-side node has one address as well.
        address = proxy == null ? querySide.getFirst().address() : URI.create("http://127.0.0.1:" + port);
    }

    /** Starts all of it, in no order; skips the test where a part cannot be had. */
    static Topology start(Path directory, RandomGenerator random) {
        Path mongod = MongodProgram.pathOrSkip();
        Path commandProgram = NodeProcess.unpacked("command-side", directory);
        Path queryProgram = NodeProcess.unpacked("query-side", directory);
        Topology topology = new Topology(mongod, commandProgram, queryProgram, directory, random);
        topology.nodes().forEach(NodeProcess::start);
        topology.nodes().forEach(NodeProcess::awaitReady);
        if (topology.proxy != null) {
            topology.proxy.start();
        }
        Await.until(
                "the one address answers",
                () -> new GraphQlClient(topology.address)
                        .tryToAsk("{ ledger { size } }")
                        .isPresent());
        return topology;
    }

    /** The one address. */
    URI address() {
        return address;
    }

    boolean hasProxy() {
        return proxy != null;
    }

    SecuredReplicaSet replicaSet() {
        return replicaSet;
    }

    List<NodeProcess> commandSide() {
        return commandSide;
    }

    List<NodeProcess> querySide() {
        return querySide;
    }

    List<NodeProcess> nodes() {
        return Stream.concat(commandSide.stream(), querySide.stream()).toList();
    }

    private NodeProcess commandNode(String name, Path program, Path directory, RandomGenerator random) {
        Map<String, String> settings = DeploymentFiles.settings(
                "deployment/command-side.env",
                Map.of(
                        "SERVER_PORT",
                        String.valueOf(FreePorts.next(random)),
                        "OEL_KEY_DIR",
                        directory.resolve("keys").toString()));
        return new NodeProcess(name, program, settings, replicaSet.connectionString("command-side"), directory, guard);
    }

    private NodeProcess queryNode(String name, Path program, Path directory, RandomGenerator random) {
        Map<String, String> settings = DeploymentFiles.settings(
                "deployment/query-side.env",
                Map.of(
                        "SERVER_PORT",
                        String.valueOf(FreePorts.next(random)),
                        "OEL_INDEX_DIR",
                        directory.resolve(name + "-index").toString(),
                        "OEL_COMMAND_SIDE_ADDRESSES",
                        commandSide.stream()
                                .map(node -> node.address().toString())
                                .collect(Collectors.joining(","))));
        return new NodeProcess(name, program, settings, replicaSet.connectionString("query-side"), directory, guard);
    }

    private ChildProcess proxy(String program, int port, Path directory) {
        Map<String, String> settings = DeploymentFiles.settings(
                "deployment/proxy.env",
                Map.of(
                        "OEL_PROXY_BIND",
                        "127.0.0.1:" + port,
                        "OEL_QUERY_NODE_1",
                        querySide.getFirst().address().getAuthority(),
                        "OEL_QUERY_NODE_2",
                        querySide.getLast().address().getAuthority()));
        return new ChildProcess(
                "proxy",
                List.of(
                        program,
                        "-db",
                        "-f",
                        DeploymentFiles.file("deployment/proxy/haproxy.cfg").toString()),
                settings,
                directory.resolve("proxy.log"),
                guard);
    }

    private static Optional<String> haproxy() {
        return Stream.of("/usr/sbin/haproxy", "/usr/local/sbin/haproxy")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
    }

    @Override
    public void close() {
        if (proxy != null) {
            proxy.kill();
        }
        nodes().forEach(NodeProcess::close);
        replicaSet.close();
        guard.end();
    }
}
