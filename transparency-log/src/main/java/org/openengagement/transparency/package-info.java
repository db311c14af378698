/** The verifiable log: RFC 6962 hashing, C2SP signed notes and keys. Knows the JDK only. */
@NullMarked
package org.openengagement.transparency;

import org.jspecify.annotations.NullMarked;
