package dev.goldenpath.policy;

/**
 * That one method can lead to another: by a call, a method reference, a lambda, or by making the object whose methods a
 * library will call.
 *
 * @param target as written in the class file; the owner may inherit the method
 * @param kind how it leads there
 */
record MethodCall(MethodId target, Kind kind) {

    enum Kind {
        /** To this method and no other: static, private, {@code super}, a constructor. */
        EXACT,
        /** To this method, or to one that overrides it. */
        VIRTUAL,
        /** To an object of the owner, so that a library may call what it has overridden. */
        MADE
    }
}
