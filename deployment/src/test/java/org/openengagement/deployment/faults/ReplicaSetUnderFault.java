package org.openengagement.deployment.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;

/** Three {@code mongod} on this machine, to which anything can be done. */
final class ReplicaSetUnderFault implements AutoCloseable {

    private static final int MEMBERS = 3;

    private final List<Member> members;

    private ReplicaSetUnderFault(List<Member> members) {
        this.members = members;
    }

    /** Starts three, and waits until one is primary and the others follow it. */
    static ReplicaSetUnderFault start(Path mongod, Path directory, RandomGenerator random, ProcessGuard guard) {
        List<Member> members = IntStream.range(0, MEMBERS)
                .mapToObj(number -> new Member(number, mongod, directory, random, guard))
                .toList();
        ReplicaSetUnderFault set = new ReplicaSetUnderFault(members);
        members.forEach(member -> member.process().start());
        Await.until(
                "all members answer",
                () -> members.stream().allMatch(member -> member.hello().isPresent()));
        set.initiate();
        set.awaitWhole();
        return set;
    }

    private void initiate() {
        List<Document> named = new ArrayList<>();
        for (int number = 0; number < members.size(); number++) {
            named.add(new Document("_id", number)
                    .append("host", members.get(number).address()));
        }
        members.getFirst()
                .direct()
                .getDatabase("admin")
                .runCommand(new Document("replSetInitiate", new Document("_id", "oel").append("members", named)));
    }

    List<Member> members() {
        return members;
    }

    /** The one that takes writes, as far as anybody who answers knows. */
    Optional<Member> primary() {
        return members.stream().filter(Member::isPrimary).findFirst();
    }

    /** Waits until one is primary and the others follow it. */
    void awaitWhole() {
        Await.until("one primary and two secondaries", this::isWhole);
    }

    boolean isWhole() {
        return members.stream().filter(Member::isPrimary).count() == 1
                && members.stream().filter(Member::isSecondary).count() == MEMBERS - 1;
    }

    /**
     * A connection string by way of the proxies.
     *
     * @param application its lines can be cut where it is {@link CuttingProxy#CUTTABLE}
     */
    String connectionString(String database, String application) {
        return "mongodb://%s/%s?replicaSet=oel&appName=%s"
                .formatted(
                        members.stream().map(Member::address).collect(Collectors.joining(",")), database, application);
    }

    @Override
    public void close() throws IOException {
        for (Member member : members) {
            member.close();
        }
    }
}
