package org.openengagement.command.cases;

/**
 * A case has begun.
 *
 * @param caseId its id, which its stream is named by
 * @param reference its public reference
 */
public record Submitted(String caseId, String reference) {}
