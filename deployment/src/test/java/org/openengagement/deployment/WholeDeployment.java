package org.openengagement.deployment;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openengagement.deployment.topology.Await;
import org.openengagement.deployment.topology.ChildProcess;
import org.openengagement.deployment.topology.DeploymentFiles;
import org.openengagement.deployment.topology.FreePorts;
import org.openengagement.deployment.topology.MongodProgram;
import org.openengagement.deployment.topology.ProcessGuard;
import org.openengagement.deployment.topology.Topology;

/**
 * What docker-compose.yml starts, as processes of this machine: a replica set that asks for passwords, the nodes, and the
 * proxy where HAProxY is installed.
 */
final class WholeDeployment implements AutoCloseable {

    private final ProcessGuard guard = new ProcessGuard();
    private final SecuredReplicaSet replicaSet;
    private final Topology nodes;
    private final @Nullable ChildProcess proxy;
    private final URI address;

    private WholeDeployment(Path mongod, Path directory, RandomGenerator random) {
        replicaSet = new SecuredReplicaSet(mongod, directory, random, guard);
        nodes = new Topology(side -> replicaSet.connectionString(side.title()), directory, random, guard);
        int port = FreePorts.next(random);
        proxy = haproxy().map(program -> proxy(program, port, directory)).orElse(null);
        // Where there is no proxy, a client of one query-side node has one address as well.
        address = proxy == null ? nodes.querySide().getFirst().address() : URI.create("http://127.0.0.1:" + port);
    }

    /** Starts all of it; skips the test where a part cannot be had. */
    static WholeDeployment start(Path directory, RandomGenerator random) {
        WholeDeployment deployment = new WholeDeployment(MongodProgram.pathOrSkip(), directory, random);
        deployment.nodes.start();
        if (deployment.proxy != null) {
            deployment.proxy.start();
        }
        Await.until(
                "the one address answers",
                () -> new GraphQlClient(deployment.address)
                        .tryToAsk("{ ledger { size } }")
                        .isPresent());
        return deployment;
    }

    /** The one address. */
    URI address() {
        return address;
    }

    SecuredReplicaSet replicaSet() {
        return replicaSet;
    }

    Topology nodes() {
        return nodes;
    }

    private ChildProcess proxy(String program, int port, Path directory) {
        Map<String, String> settings = DeploymentFiles.settings(
                "deployment/proxy.env",
                Map.of(
                        "OEL_PROXY_BIND",
                        "127.0.0.1:" + port,
                        "OEL_QUERY_NODE_1",
                        nodes.querySide().getFirst().address().getAuthority(),
                        "OEL_QUERY_NODE_2",
                        nodes.querySide().getLast().address().getAuthority()));
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
        nodes.close();
        replicaSet.close();
        guard.end();
    }
}
