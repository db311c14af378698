package org.openengagement.command.response;

import org.jspecify.annotations.Nullable;

/**
 * An institution spoke on a referral.
 *
 * @param referral the referral's number
 * @param response the answer's number; {@code null} where it was not an answer yet
 */
public record Answered(String referral, @Nullable String response) {}
