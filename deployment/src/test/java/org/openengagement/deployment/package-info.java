/** The deployment of docker-compose.yml as plain processes, with its own settings, roles and proxy. */
@NullMarked
package org.openengagement.deployment;

import org.jspecify.annotations.NullMarked;
