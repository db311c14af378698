/** What makes a bearer token good, the same on both sides: the ledger's own tokens, and those of an OpenID provider. */
@NullMarked
package org.openengagement.tokens;

import org.jspecify.annotations.NullMarked;
