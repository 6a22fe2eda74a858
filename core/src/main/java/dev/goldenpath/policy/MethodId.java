package dev.goldenpath.policy;

/**
 * Names a method as the JVM does.
 *
 * @param owner internal name of the class that a call names, or that declares it
 * @param descriptor empty where any method of that name is meant
 */
record MethodId(String owner, String name, String descriptor) {

    MethodId in(String otherOwner) {
        return new MethodId(otherOwner, name, descriptor);
    }
}
