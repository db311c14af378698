package org.openengagement.deployment.faults;

/**
 * What an accepted mutation was answered.
 *
 * @param position where its last event stands
 * @param subject what it was done to: a reference, a referral, a slug
 */
record Answer(long position, String subject) {

    /** The public reference of the case; of a referral that of its case. */
    String reference() {
        int dot = subject.indexOf('.');
        return dot < 0 ? subject : subject.substring(0, dot);
    }
}
