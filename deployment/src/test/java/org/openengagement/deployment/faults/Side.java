package org.openengagement.deployment.faults;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A side as a program, from the classes of this build. */
public enum Side {
    COMMAND("org.openengagement.commandside.CommandSideNode", "/query-side/|lucene|mvnpm"),
    QUERY(
            "org.openengagement.queryside.QuerySideNode",
            "/command-side/|spring-boot-[^/]*security|spring-security-config");

    private final String main;
    private final Pattern notItsOwn;

    /** @param notItsOwn what of this process's class path is the other side's alone */
    Side(String main, String notItsOwn) {
        this.main = main;
        this.notItsOwn = Pattern.compile(".*(" + notItsOwn + ").*");
    }

    /** How a node of it is started. */
    public List<String> commandLine(List<String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ActiveProcessorCount=2",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                main));
        command.addAll(settings);
        return command;
    }

    private String classPath() {
        String whole = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(whole.split(File.pathSeparator))
                .filter(part -> !notItsOwn.matcher(part).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
