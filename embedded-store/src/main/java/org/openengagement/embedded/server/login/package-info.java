/** SCRAM-SHA-256: nobody reads or writes without the secret of this start. */
@NullMarked
package org.openengagement.embedded.server.login;

import org.jspecify.annotations.NullMarked;
