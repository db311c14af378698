package org.openengagement.query.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.openengagement.query.standing.Standing;

/**
 * Finds the groups that a row belongs to: a tree with one level a dimension, in which each value that occurs is a branch
 * and each leaf is a group.
 */
final class Grouping {
    private final List<Dimension> dimensions;
    private final ReferralRows rows;
    private final Dictionaries dictionaries;
    private final Dictionary<String> topics = new Dictionary<>();
    private final Node root = new Node();

    Grouping(List<Dimension> dimensions, Edition edition) {
        this.dimensions = dimensions.stream().distinct().toList();
        rows = edition.rows();
        dictionaries = edition.dictionaries();
    }

    /** One value of one dimension, below those of the dimensions before it. */
    private static final class Node {
        private final Map<Integer, Node> branches = new HashMap<>();
        private final GroupTally tally = new GroupTally();
    }

    void count(int row, Standing standing) {
        descend(root, 0, row, leaf -> leaf.tally.count(standing));
    }

    private void descend(Node node, int level, int row, Consumer<Node> leaf) {
        if (level == dimensions.size()) {
            leaf.accept(node);
            return;
        }
        Dimension dimension = dimensions.get(level);
        if (dimension == Dimension.TOPIC) {
            for (int topic : topicNumbers(row)) {
                descend(branch(node, topic), level + 1, row, leaf);
            }
        } else {
            descend(branch(node, number(dimension, row)), level + 1, row, leaf);
        }
    }

    private static Node branch(Node node, int number) {
        return node.branches.computeIfAbsent(number, notSeen -> new Node());
    }

    private List<Integer> topicNumbers(int row) {
        List<String> ofCase = dictionaries.topicLists().value(rows.topicList[row]);
        return ofCase.isEmpty()
                ? List.of(Dictionary.NONE)
                : ofCase.stream().map(topics::add).toList();
    }

    private int number(Dimension dimension, int row) {
        return switch (dimension) {
            case INSTITUTION -> rows.institution[row];
            case LEGAL_BASIS -> rows.legalBasis[row];
            case CHANNEL -> rows.channel[row];
            case KIND -> rows.kind[row];
            case MONTH -> {
                LocalDate day = LocalDate.ofEpochDay(rows.deliveredOn[row]);
                yield day.getYear() * 12 + day.getMonthValue() - 1;
            }
            case YEAR -> LocalDate.ofEpochDay(rows.deliveredOn[row]).getYear();
            case TOPIC -> throw new IllegalArgumentException("a case has any number of topics");
        };
    }

    private String value(Dimension dimension, int number) {
        return switch (dimension) {
            case INSTITUTION -> dictionaries.institutions().value(number);
            case LEGAL_BASIS ->
                number == Dictionary.NONE ? "" : dictionaries.legalBases().value(number);
            case TOPIC -> number == Dictionary.NONE ? "" : topics.value(number);
            case CHANNEL -> dictionaries.channels().value(number).name();
            case KIND -> dictionaries.kinds().value(number).name();
            case MONTH ->
                String.format(Locale.ROOT, "%04d-%02d", Math.floorDiv(number, 12), Math.floorMod(number, 12) + 1);
            case YEAR -> String.format(Locale.ROOT, "%04d", number);
        };
    }

    /** The groups that were counted, in no order; without any dimension the one group of all, be it empty. */
    List<ResponseTimeGroup> groups() {
        List<ResponseTimeGroup> groups = new ArrayList<>();
        gather(root, List.of(), groups);
        return groups;
    }

    private void gather(Node node, List<DimensionValue> key, List<ResponseTimeGroup> groups) {
        if (key.size() == dimensions.size()) {
            groups.add(node.tally.figures(key));
            return;
        }
        Dimension dimension = dimensions.get(key.size());
        node.branches.forEach((number, branch) -> {
            List<DimensionValue> longer = new ArrayList<>(key);
            longer.add(new DimensionValue(dimension, value(dimension, number)));
            gather(branch, List.copyOf(longer), groups);
        });
    }
}
