package dev.goldenpath.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a rule found.
 *
 * @param seen how many classes it looked at; a rule that saw none has proved nothing
 * @param breaches one sentence each
 */
record Ruling(int seen, List<String> breaches) {
    Ruling {
        breaches = List.copyOf(breaches);
    }

    /** Looks at each class by itself. */
    static Ruling onEach(Stream<JavaClass> classes, Function<JavaClass, Stream<String>> breaches) {
        List<JavaClass> seen = classes.toList();
        return new Ruling(
                seen.size(), seen.stream().flatMap(breaches).distinct().sorted().toList());
    }
}
