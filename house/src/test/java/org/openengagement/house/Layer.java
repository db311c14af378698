package org.openengagement.house;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one table of who may know whom: the packages of each layer, the module that holds it, and the layers below it that its
 * classes may know. {@link WhoMayKnowWhomTest} checks it, and {@link ModulesPage} draws it.
 */
enum Layer {
    TRANSPARENCY_LOG("transparency-log", "transparency"),
    EMBEDDED_STORE("embedded-store", "embedded"),
    GRAPHQL_SCHEMA("graphql-schema", "schema"),
    LEDGER("ledger", "ledger", TRANSPARENCY_LOG),
    BEARER_TOKENS("bearer-tokens", "tokens", LEDGER),
    COMMAND_SIDE("command-side", "command", TRANSPARENCY_LOG, GRAPHQL_SCHEMA, LEDGER, BEARER_TOKENS),
    COMMAND_SIDE_NODE("command-side", "commandside", LEDGER),
    QUERY_SIDE("query-side", "query", TRANSPARENCY_LOG, GRAPHQL_SCHEMA, LEDGER, BEARER_TOKENS),
    QUERY_SIDE_NODE("query-side", "queryside", LEDGER),
    STANDALONE("standalone", "standalone", EMBEDDED_STORE, LEDGER, COMMAND_SIDE),
    DEPLOYMENT("deployment", "deployment"),
    BENCHMARKS("benchmarks", "benchmarks", EMBEDDED_STORE, LEDGER, COMMAND_SIDE),
    HOUSE("house", "house");

    private static final String ALL = "org.openengagement.";

    private final String module;
    private final String root;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; its type does not say so.
    private final List<Layer> below;

    Layer(String module, String root, Layer... below) {
        this.module = module;
        this.root = ALL + root;
        this.below = List.of(below);
    }

    /** The layer that a package belongs to; empty for a package of others. */
    static Optional<Layer> of(String packageName) {
        return Stream.of(values()).filter(layer -> layer.holds(packageName)).findFirst();
    }

    private boolean holds(String packageName) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }

    /** The folder and artifact that it is built as; the two sides' modules hold their nodes as well. */
    String module() {
        return module;
    }

    /** Its outermost package. */
    String root() {
        return root;
    }

    /** The layers that its classes may know besides itself. */
    List<Layer> below() {
        return below;
    }
}
