package org.openengagement.query.figures.columns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openengagement.query.figures.Dimension;
import org.openengagement.query.figures.DimensionValue;
import org.openengagement.query.standing.Standing;

/**
 * Counts rows in the groups that they belong to: a tree with one level for each dimension, in which each value that occurs
 * is a branch and each leaf is a group.
 *
 * @param <G> what is counted of a group
 */
final class Grouping<G> {
    private final Supplier<G> newGroup;
    private final BiConsumer<G, Standing> count;
    private final List<Dimension> dimensions;
    private final ReferralRows rows;
    private final Dictionaries dictionaries;
    private final Dictionary<String> topics = new Dictionary<>();
    private final Node<G> root = new Node<>();

    Grouping(List<Dimension> dimensions, Snapshot snapshot, Supplier<G> newGroup, BiConsumer<G, Standing> count) {
        this.newGroup = newGroup;
        this.count = count;
        this.dimensions = dimensions.stream().distinct().toList();
        rows = snapshot.rows();
        dictionaries = snapshot.dictionaries();
    }

    /** One value of one dimension, below those of the dimensions before it. */
    private static final class Node<G> {
        private final Map<Integer, Node<G>> branches = new HashMap<>();
        private @Nullable G group;

        Node<G> branch(int number) {
            return branches.computeIfAbsent(number, notSeen -> new Node<>());
        }

        G group(Supplier<G> newGroup) {
            G known = group;
            if (known == null) {
                known = newGroup.get();
                group = known;
            }
            return known;
        }
    }

    void count(int row, Standing standing) {
        descend(root, 0, row, standing);
    }

    private void descend(Node<G> node, int level, int row, Standing standing) {
        if (level == dimensions.size()) {
            count.accept(node.group(newGroup), standing);
            return;
        }
        Dimension dimension = dimensions.get(level);
        if (dimension == Dimension.TOPIC) {
            for (int topic : topicNumbers(row)) {
                descend(node.branch(topic), level + 1, row, standing);
            }
        } else {
            descend(node.branch(number(dimension, row)), level + 1, row, standing);
        }
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

    /** The groups that were counted, by their keys; without any dimension the one group of all, be it empty. */
    Map<List<DimensionValue>, G> groups() {
        Map<List<DimensionValue>, G> groups = new HashMap<>();
        gather(root, List.of(), groups);
        return groups;
    }

    private void gather(Node<G> node, List<DimensionValue> key, Map<List<DimensionValue>, G> groups) {
        if (key.size() == dimensions.size()) {
            groups.put(key, node.group(newGroup));
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
