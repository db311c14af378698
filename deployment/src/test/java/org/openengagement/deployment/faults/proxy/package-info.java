/** A TCP proxy between a node and its database that can cut, hold and refuse connections at any message. */
@NullMarked
package org.openengagement.deployment.faults.proxy;

import org.jspecify.annotations.NullMarked;
