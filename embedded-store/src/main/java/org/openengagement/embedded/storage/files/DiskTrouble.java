package org.openengagement.embedded.storage.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a disk does not take what is written, in words for a person. */
public final class DiskTrouble {

    private DiskTrouble() {}

    /** The reason, as the end of a sentence. */
    public static String of(@Nullable Throwable problem) {
        IOException trouble = cause(problem);
        if (trouble == null) {
            return problem == null ? "unknown" : String.valueOf(problem.getMessage());
        }
        String words = words(trouble);
        if (trouble instanceof AccessDeniedException || says(words, "permission denied")) {
            return "permission denied";
        }
        if (isFull(trouble)) {
            return "there is no space left on the disk";
        }
        return isReadOnly(trouble) ? "the disk is read-only" : words;
    }

    /** Whether it can be read from, and not written to. */
    public static boolean isReadOnly(@Nullable Throwable problem) {
        IOException trouble = cause(problem);
        return trouble != null && says(words(trouble), "read-only file system");
    }

    /** Whether it goes away when somebody makes room. */
    static boolean isFull(@Nullable Throwable problem) {
        IOException trouble = cause(problem);
        String words = trouble == null ? "" : words(trouble);
        return says(words, "no space left")
                || says(words, "disk quota exceeded")
                || says(words, "not enough space on the disk");
    }

    private static String words(IOException trouble) {
        String reason = trouble instanceof FileSystemException named ? named.getReason() : null;
        return reason != null ? reason : String.valueOf(trouble.getMessage());
    }

    private static boolean says(String words, String part) {
        return words.toLowerCase(Locale.ROOT).contains(part);
    }

    private static @Nullable IOException cause(@Nullable Throwable problem) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            if (each instanceof IOException trouble) {
                return trouble;
            }
        }
        return null;
    }
}
