package org.openengagement.deployment.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What is done to the deployment. */
enum FaultKind {
    KILL_PRIMARY("kill -9 of the primary", Realm.STORE),
    KILL_SECONDARY("kill -9 of a secondary", Realm.STORE),
    FREEZE_PRIMARY("freeze of the primary, beyond an election", Realm.STORE),
    STEP_DOWN("forced step-down of the primary", Realm.STORE),
    LOSE_TWO("loss of two of three", Realm.STORE),
    KILL_WRITER("kill -9 of the writer", Realm.WRITER),
    FREEZE_WRITER("freeze of the writer, beyond its lease", Realm.WRITER),
    FREEZE_WRITER_FOR_LONG("freeze of the writer, beyond every patience", Realm.WRITER),
    KILL_READERS("kill -9 of the query side, of one node or of both", Realm.READERS),
    CUT("connections cut, and refused for a while", Realm.LINES),
    SILENT_LINES("connections silent, without breaking", Realm.LINES),
    LOST_ANSWERS("answers to writes lost", Realm.LINES);

    private static final Duration LONG = Duration.ofMinutes(4);

    private final String sentence;
    private final Realm realm;

    FaultKind(String sentence, Realm realm) {
        this.sentence = sentence;
        this.realm = realm;
    }

    /** What it is, for people. */
    String sentence() {
        return sentence;
    }

    /** Those for a run of a length: what takes long is left to the long ones, so that a short one has time for the others. */
    static List<FaultKind> within(Duration length) {
        return Arrays.stream(values())
                .filter(kind -> length.compareTo(LONG) >= 0 || !kind.takesLong())
                .toList();
    }

    private boolean takesLong() {
        return this == FREEZE_WRITER_FOR_LONG || this == KILL_READERS;
    }

    /** What it happens to: two faults of different realms can be on at once. */
    Realm realm() {
        return realm;
    }

    /** What a fault happens to. */
    enum Realm {
        STORE,
        WRITER,
        READERS,
        LINES
    }
}
