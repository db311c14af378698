package org.openengagement.deployment.topology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A side as the program that the image is made of. */
public enum Side {
    COMMAND("command-side"),
    QUERY("query-side");

    private final String title;

    Side(String title) {
        this.title = title;
    }

    /** Its name in the files of the deployment, which is that of its user in the database as well. */
    public String title() {
        return title;
    }

    /** How a node of it is started. */
    List<String> commandLine() {
        // What the build itself was told of a MongoDB is not meant for the node.
        List<String> command = new ArrayList<>(List.of("env", "-u", "OEL_MONGODB_URI", "-u", "MONGODB_URI"));
        command.addAll(java());
        command.addAll(UnpackedJars.argumentsFor(this));
        return List.copyOf(command);
    }

    /** The Java of this build, as a node is given it. */
    static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ActiveProcessorCount=2");
    }
}
