/** Tests of the login. */
@NullMarked
package org.openengagement.embedded.server.login;

import org.jspecify.annotations.NullMarked;
