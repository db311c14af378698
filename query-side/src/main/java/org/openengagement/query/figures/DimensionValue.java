package org.openengagement.query.figures;

/**
 * One part of the key of a group.
 *
 * @param dimension by what it is grouped
 * @param value the slug, code, name of the enum value, month or year; empty for referrals that have none
 */
public record DimensionValue(Dimension dimension, String value) {}
