package dev.goldenpath.policy;

import java.util.List;
import java.util.Set;

/** Methods that print a throwable, or make the text that is printed: no test fails by them. */
final class Telling {
    private static final List<String> LOGS = List.of(
            "java/util/logging/",
            "java/lang/System$Logger",
            "org/slf4j/",
            "org/apache/logging/",
            "org/apache/log4j/",
            "org/apache/commons/logging/",
            "org/jboss/logging/",
            "org/tinylog/",
            "ch/qos/logback/",
            "com/google/common/flogger/",
            "mu/",
            "io/github/oshai/kotlinlogging/",
            "kotlin/io/ConsoleKt",
            "kotlin/jvm/internal/Intrinsics",
            "org/junit/jupiter/api/TestReporter",
            "dev/goldenpath/evidence/TestEvidence");
    private static final Set<String> PRINTERS = Set.of(
            "java/io/PrintStream", "java/io/PrintWriter", "java/io/Console", "java/io/StringWriter", "java/lang/IO");
    private static final Set<String> TEXTS = Set.of(
            "java/lang/String",
            "java/lang/StringBuilder",
            "java/lang/StringBuffer",
            "java/util/Objects",
            "java/util/Formatter",
            "java/util/Arrays",
            "java/lang/Class");
    private static final Set<String> MAKERS = Set.of(
            "valueOf",
            "format",
            "formatted",
            "concat",
            "append",
            "toString",
            "<init>",
            "getName",
            "getSimpleName",
            "trim",
            "strip");
    private static final Set<String> OF_THROWABLE = Set.of(
            "getMessage",
            "getLocalizedMessage",
            "getCause",
            "getStackTrace",
            "getSuppressed",
            "fillInStackTrace",
            "toString",
            "getClass",
            "hashCode");

    private Telling() {}

    static boolean onlyTells(MethodId callee) {
        return callee.name().equals("printStackTrace")
                || PRINTERS.contains(callee.owner())
                || LOGS.stream().anyMatch(callee.owner()::startsWith);
    }

    /** Whether the result is still no more than the throwable, or a text about it. */
    static boolean makesText(MethodId callee) {
        return (callee.descriptor().startsWith("()") && OF_THROWABLE.contains(callee.name()))
                || (TEXTS.contains(callee.owner()) && MAKERS.contains(callee.name()));
    }
}
