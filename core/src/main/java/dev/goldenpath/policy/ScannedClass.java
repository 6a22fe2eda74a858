package dev.goldenpath.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the no-mock policy needs to know of one class file.
 *
 * @param name the class
 * @param file where it lies
 * @param isInterface whether it is one, or an annotation
 * @param parents its superclass and its interfaces
 * @param uses own classes that it names, in the order of its constants
 * @param fakes what it names of libraries that fake, each library once
 * @param seams the seams it names
 * @param lambdas seams that it implements with a lambda or a method reference
 * @param maker what it makes classes at run time with, or {@code null}
 * @param source the name of its source file, where it is known
 * @param problem why it could not be read, or {@code null} where it could
 */
record ScannedClass(
        Name name,
        ClassFile file,
        boolean isInterface,
        List<Name> parents,
        List<Name> uses,
        List<Use> fakes,
        List<Name> seams,
        List<Name> lambdas,
        @Nullable Name maker,
        @Nullable String source,
        @Nullable String problem) {

    /** One that could not be read. */
    static ScannedClass unreadable(Name name, ClassFile file, String problem) {
        return new ScannedClass(
                name, file, false, List.of(), List.of(), List.of(), List.of(), List.of(), null, null, problem);
    }

    /**
     * A library that a class uses.
     *
     * @param fake the library
     * @param name what the class names of it first
     * @param inText whether it names it in a text alone
     */
    record Use(KnownFake fake, Name name, boolean inText) {}
}
