/** The split deployment as plain processes of this machine: replica set, nodes, and what can be done to each. */
@NullMarked
package org.openengagement.deployment.topology;

import org.jspecify.annotations.NullMarked;
