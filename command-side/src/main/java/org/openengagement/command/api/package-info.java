/** What all mutations share: the caller, the idempotency key, payloads, errors. */
@NullMarked
package org.openengagement.command.api;

import org.jspecify.annotations.NullMarked;
