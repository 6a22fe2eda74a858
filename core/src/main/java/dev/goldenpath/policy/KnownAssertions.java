package dev.goldenpath.policy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The methods of libraries that assert. One that only begins an assertion or describes it, such as {@code assertThat} or
 * {@code as}, is none: without a check after it nothing is asserted.
 */
final class KnownAssertions {
    private static final Callees CHECKS = Callees.of(
            "dev/goldenpath/http/ServiceRequest eventually",
            "org/hamcrest/MatcherAssert assertThat",
            "org/junit/Assert assertThat",
            "org/assertj/core/api/Assertions assertThatThrownBy",
            "org/assertj/core/api/AssertionsForClassTypes assertThatThrownBy",
            "org/assertj/core/api/WithAssertions assertThatThrownBy",
            "org/assertj/core/api/BDDAssertions thenThrownBy",
            "org/awaitility/core/ConditionFactory until untilAsserted untilTrue untilFalse untilNull untilAtomic"
                    + " untilAdder untilAccumulator",
            "org/openqa/selenium/support/ui/WebDriverWait until",
            "org/openqa/selenium/support/ui/FluentWait until",
            "org/approvaltests/Approvals *",
            "org/approvaltests/JsonApprovals *",
            "kotlin/test/AssertionsKt expect",
            "kotlin/test/AssertionsKt__AssertionsKt expect");
    private static final List<String> PACKAGES_OF_CHECKS = List.of(
            "io/kotest/matchers/",
            "io/kotest/assertions/",
            "strikt/assertions/",
            "assertk/assertions/",
            "ch/tutteli/atrium/api/");
    /** Of these classes, the methods whose name begins so. */
    private static final List<Rule> RULES = List.of(
            new Rule("io/restassured/.*(Validatable|ResponseSpecification)\\w*", ""),
            new Rule("com/codeborne/selenide/\\w+", "should"),
            new Rule("reactor/test/StepVerifier.*", "verify"),
            new Rule("org/springframework/test/web/reactive/server/.*", "expect"),
            new Rule("com/microsoft/playwright/assertions/\\w+", ""),
            new Rule("com/google/common/truth/\\w*Subject.*", ""),
            new Rule(".*/\\w*Assert", ""),
            new Rule(".*Assert(ions\\w*)?", "fail"));

    private static final Set<String> GATHERING =
            Set.of("assertAll", "assertSoftly", "assertWithMessage", "assertAbout");
    private static final Set<String> DESCRIBING = Set.of(
            "<init>",
            "actual",
            "and",
            "as",
            "asInstanceOf",
            "asList",
            "asString",
            "check",
            "describedAs",
            "extract",
            "extracting",
            "getWritableAssertionInfo",
            "inBinary",
            "inHexadecimal",
            "log",
            "not",
            "overridingErrorMessage",
            "then",
            "usingRecursiveComparison",
            "withFailMessage",
            "withRepresentation",
            "withThreadDumpOnError");

    private KnownAssertions() {}

    static boolean contain(MethodId method) {
        String owner = method.owner();
        String name = method.name();
        if (CHECKS.contain(method) || PACKAGES_OF_CHECKS.stream().anyMatch(owner::startsWith)) {
            return true;
        }
        if (name.startsWith("assertThat") || GATHERING.contains(name) || DESCRIBING.contains(name)) {
            return false;
        }
        return name.startsWith("assert")
                || name.equals("isThrownBy")
                || RULES.stream().anyMatch(rule -> rule.holds(method));
    }

    private record Rule(Pattern owner, String start) {
        Rule(String owner, String start) {
            this(Pattern.compile(owner), start);
        }

        boolean holds(MethodId method) {
            return method.name().startsWith(start)
                    && owner.matcher(method.owner()).matches();
        }
    }
}
