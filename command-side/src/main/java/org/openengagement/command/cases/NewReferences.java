package org.openengagement.command.cases;

/** Makes public references. */
@FunctionalInterface
public interface NewReferences {

    /** A fresh one, at random; it may be taken already. */
    String next();
}
