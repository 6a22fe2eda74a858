package dev.goldenpath.compare;

/**
 * One thing about a call that may be compared.
 *
 * @param aspect of which kind
 * @param name for people, with the place it is from: {@code JSON /checks/redis}
 * @param value as it is compared
 * @param told the same for people
 */
record Trait(Aspect aspect, String name, String value, String told) {

    /** One that is told as it is compared. */
    Trait(Aspect aspect, String name, String value) {
        this(aspect, name, value, value);
    }
}
