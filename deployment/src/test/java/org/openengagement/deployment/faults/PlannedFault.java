package org.openengagement.deployment.faults;

import java.time.Duration;
import java.util.Optional;

/**
 * A fault to come.
 *
 * @param kind what is done
 * @param calmBefore how long nothing is wrong before it
 * @param lasts how long it is on
 * @param companion another that strikes while it is on
 */
record PlannedFault(FaultKind kind, Duration calmBefore, Duration lasts, Optional<FaultKind> companion) {}
