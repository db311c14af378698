/** One address, held to what it says when nodes are away, refuse, fall silent or are cut off. */
@NullMarked
package org.openengagement.query.forwarding;

import org.jspecify.annotations.NullMarked;
