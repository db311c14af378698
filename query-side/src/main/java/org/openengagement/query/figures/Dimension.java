package org.openengagement.query.figures;

/** By what figures can be grouped. */
public enum Dimension {
    /** The institution that the referral was delivered to. */
    INSTITUTION,
    /** Each topic of the case; a case with several topics counts in each of them, one without in the group of the empty value. */
    TOPIC,
    /** The way the proposal came in. */
    CHANNEL,
    /** What kind of proposal it is. */
    KIND,
    /** The legal basis; referrals without one are the group of the empty value. */
    LEGAL_BASIS,
    /** The month of the day of delivery, as {@code 2024-07}. */
    MONTH,
    /** The year of the day of delivery, as {@code 2024}. */
    YEAR
}
