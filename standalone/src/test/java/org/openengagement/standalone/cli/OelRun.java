package org.openengagement.standalone.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What one run of the command line did.
 *
 * @param exitCode what a shell would see
 * @param out standard output
 * @param error standard error
 */
record OelRun(int exitCode, String out, String error) {

    static OelRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        int code = Oel.run(new PrintWriter(out, true), new PrintWriter(error, true), arguments);
        return new OelRun(code, out.toString(), error.toString());
    }
}
