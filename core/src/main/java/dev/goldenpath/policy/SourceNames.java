package dev.goldenpath.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Classes and methods as a person names them. */
final class SourceNames {
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

    private SourceNames() {}

    /** For example {@code ChatIT.Nested}, of an internal name. */
    static String of(String type) {
        return type.substring(type.lastIndexOf('/') + 1).replace('$', '.');
    }

    /** For example {@code ChatIT.reads()}; the class alone for what a constructor does. */
    static String of(MethodId method) {
        Matcher lambda = LAMBDA.matcher(method.name());
        String name = lambda.matches() ? lambda.group(1) : method.name();
        boolean initializes = name.isEmpty() || name.startsWith("<") || name.equals("new") || name.equals("static");
        return of(method.owner()) + (initializes ? "" : "." + name + "()");
    }
}
