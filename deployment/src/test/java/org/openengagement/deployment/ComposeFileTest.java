package org.openengagement.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.deployment.topology.DeploymentFiles;

/** What can be said of docker-compose.yml without containers; the processes are tested with the same settings. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ComposeFileTest {

    private final Map<String, Object> compose = DeploymentFiles.compose();

    @Test
    void it_starts_a_set_of_three_two_nodes_of_each_side_and_one_address() {
        assertThat(services().keySet())
                .containsExactlyInAnyOrder(
                        "mongod-1",
                        "mongod-2",
                        "mongod-3",
                        "initiate",
                        "command-1",
                        "command-2",
                        "query-1",
                        "query-2",
                        "proxy");
        assertThat(services().values().stream().filter(service -> ((Map<?, ?>) service).containsKey("ports")))
                .as("only the proxy is reached from outside")
                .containsExactly(in(compose, "services", "proxy"));
    }

    @Test
    void its_nodes_have_the_settings_that_the_processes_of_the_tests_have() {
        for (String side : List.of("command", "query")) {
            for (int number = 1; number <= 2; number++) {
                Map<String, Object> node = in(compose, "services", side + "-" + number);
                assertThat(node)
                        .containsEntry(
                                "env_file", List.of("deployment/%s-side.env".formatted(side), "deployment/openid.env"));
                assertThat(node).doesNotContainKey("environment");
            }
        }
        assertThat(DeploymentFiles.settings("deployment/openid.env").values())
                .as("no provider, unless an operator names one")
                .containsOnly("");
        assertThat(DeploymentFiles.settings("deployment/query-side.env").get("OEL_COMMAND_SIDE_ADDRESSES"))
                .isEqualTo("http://command-1:8090,http://command-2:8090");
        assertThat(DeploymentFiles.settings("deployment/command-side.env")).containsEntry("SERVER_PORT", "8090");
        assertThat(DeploymentFiles.settings("deployment/proxy.env"))
                .containsEntry("OEL_QUERY_NODE_1", "query-1:8080")
                .containsEntry("OEL_QUERY_NODE_2", "query-2:8080");
        assertThat(DeploymentFiles.settings("deployment/query-side.env")).containsEntry("SERVER_PORT", "8080");
    }

    @Test
    void every_file_that_it_names_is_there_and_every_secret_is_kept_out_of_the_repository() {
        for (String file : List.of(
                "deployment/Dockerfile",
                "deployment/mongodb/roles.json",
                "deployment/mongodb/initiate.js",
                "deployment/proxy/haproxy.cfg",
                "deployment/command-side.env",
                "deployment/query-side.env",
                "deployment/proxy.env",
                "deployment/openid.env",
                "deployment/openid/realm.json")) {
            assertThat(DeploymentFiles.file(file)).isRegularFile();
        }
        assertThat(Files.isExecutable(DeploymentFiles.file("deployment/prepare")))
                .isTrue();
        assertThat(DeploymentFiles.text(".gitignore").lines()).contains("/deployment/secrets/");
        assertThat(in(compose, "secrets").values())
                .allSatisfy(secret -> assertThat(String.valueOf(((Map<?, ?>) secret).get("file")))
                        .startsWith("deployment/secrets/"));
        String prepare = DeploymentFiles.text("deployment/prepare");
        assertThat(in(compose, "secrets").keySet())
                .allSatisfy(secret -> assertThat(prepare).contains(secret.replaceFirst("^(command|query)-side", "")));
    }

    @Test
    void nobody_may_change_what_is_recorded_and_the_query_side_may_only_find() {
        assertThat(DeploymentFiles.roles().getList("roles", org.bson.Document.class))
                .hasSize(2)
                .allSatisfy(role -> {
                    for (org.bson.Document may : role.getList("privileges", org.bson.Document.class)) {
                        List<String> actions = may.getList("actions", String.class);
                        if (List.of("commits", "checkpoints").contains(may.getString("collection"))) {
                            assertThat(actions)
                                    .as("whoever may do more there, such as make an index, may make it forget")
                                    .isSubsetOf("find", "insert", "listIndexes");
                        }
                        if (role.getString("role").equals("query-side")) {
                            assertThat(actions).containsExactly("find");
                        }
                    }
                });
    }

    /** Those that start unless somebody asks for more. */
    private Map<String, Object> services() {
        Map<String, Object> services = new TreeMap<>(in(compose, "services"));
        services.values().removeIf(service -> ((Map<?, ?>) service).containsKey("profiles"));
        return services;
    }

    @SuppressWarnings("unchecked") // YAML's objects have names for keys
    private static Map<String, Object> in(Map<String, Object> yaml, String... path) {
        Map<String, Object> found = yaml;
        for (String name : path) {
            found = (Map<String, Object>) java.util.Objects.requireNonNull(found.get(name), name);
        }
        return found;
    }
}
