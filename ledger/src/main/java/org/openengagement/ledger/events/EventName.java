package org.openengagement.ledger.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The logical name and the revision under which an event is stored. Both are part of permanent bytes: a class may be
 * renamed, a name never.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {

    /** The name, such as {@code ProposalSubmitted}. No other event may bear it, nor have borne it. */
    String value();

    /** The newest revision of the stored shape, from 1. Each older one needs an upcaster. */
    int revision() default 1;
}
