package org.openengagement.query.cases;

import java.util.Optional;

/** Finds the stream of a case. */
public interface CaseDirectory {

    /** The stream of the case with a public reference, in its exact form; empty where there is none. */
    Optional<String> streamOf(String reference);
}
