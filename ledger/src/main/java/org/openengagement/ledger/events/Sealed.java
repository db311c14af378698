package org.openengagement.ledger.events;

/**
 * An erasable field. The permanent bytes of an entry hold only its salted digest; the value stands beside the ledger and
 * can be withheld or erased without changing a byte of the ledger.
 *
 * <p>A component of this type is {@code null} only where the event never had the field at all. State and rules may not
 * hold one: what the ledger decides must not depend on a text that can be erased.
 *
 * @param <T> the type of the value
 */
public sealed interface Sealed<T> {

    /**
     * The value is at hand. Whoever shows it must check the audience first.
     *
     * @param value the value itself
     * @param audience who may see it
     */
    record Present<T>(T value, Audience audience) implements Sealed<T> {}

    /**
     * The value exists, but was not opened for this reader.
     *
     * @param digest base64url of the salted digest that stands in the entry
     */
    record Withheld<T>(String digest) implements Sealed<T> {}

    /**
     * The value and its salt are gone. Nobody can open it any more.
     *
     * @param digest base64url of the salted digest that stands in the entry
     */
    record Erased<T>(String digest) implements Sealed<T> {}

    static <T> Sealed<T> of(T value, Audience audience) {
        return new Present<>(value, audience);
    }
}
