package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownIssuesFileTest {
    private static final String MAIN =
            "environment: a\nenvironments: { a: { services: { s: { url: 'http://127.0.0.1:1' } } }, staging: {} }\n";
    private static final String ENTRY = """
            - id: SHOP-1
              link: https://tracker.example.com/browse?id=1#now
              owner: payments
              expires: 2027-01-31
              fingerprint: 0123456789abcdef
            """;

    @TempDir
    private Path folder;

    @Test
    void whatIsNotSaidIsNotLimited() {
        assertThat(project(ENTRY).load().knownIssues())
                .containsExactly(new KnownIssue(
                        "SHOP-1",
                        URI.create("https://tracker.example.com/browse?id=1#now"),
                        "payments",
                        LocalDate.of(2027, 1, 31),
                        KnownScope.ALL,
                        List.of("0123456789abcdef"),
                        new Origin("known-issues.yaml:1")));
    }

    @Test
    void anIssueMayHaveSeveralFingerprintsAndAScope() {
        Project project = project(ENTRY.replace("0123456789abcdef", "[ 0123456789abcdef, 1111111111111111 ]")
                + "  scope: { environments: [ a, staging ], tests: [ com.example.ChatIT, 'com.example.*IT#pays' ] }\n"
                + ENTRY.replace("SHOP-1", "SHOP-2")
                + "  scope: { environments: staging }\n");

        assertThat(project.load().knownIssues()).singleElement().satisfies(issue -> {
            assertThat(issue.fingerprints()).containsExactly("0123456789abcdef", "1111111111111111");
            assertThat(issue.scope().environments()).containsExactly("a", "staging");
            assertThat(issue.scope().tests()).containsExactly("com.example.ChatIT", "com.example.*IT#pays");
        });
    }

    @Test
    void withoutAFileOrWithNothingInItNothingIsKnown() {
        assertThat(new Project(folder).yaml(MAIN).load().knownIssues()).isEmpty();
        assertThat(project("# none, for now\n").load().knownIssues()).isEmpty();
    }

    @Test
    void theFileMayBeAnother() {
        Project project = new Project(folder).yaml(MAIN + "known-issues: qa/known.yaml\n");
        assertThat(project.problems())
                .containsExactly("goldenpath.yaml:3  known-issues: 'qa/known.yaml' is no file, neither in the working "
                        + "directory nor on the class path. Correct it.");
        assertThat(project.file("qa/known.yaml", ENTRY).load().knownIssues()).hasSize(1);
        project.file("mine.yaml", "[]").property("goldenpath.known-issues", "mine.yaml");
        assertThat(project.load().knownIssues()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            id: SHOP-1                      | id:                           | 1 | id is empty. Write its value behind the colon, or remove the key.
            id: SHOP-1                      | { }                           | 1 | id is missing. Add 'id' here.
            link: https://tracker.example.com/browse?id=1#now | link: SHOP-1 | 2 | link: 'SHOP-1' is no http or https URL with a host. Correct it.
            link: https://tracker.example.com/browse?id=1#now | link: 'a b'  | 2 | link: 'a b' is no URL: Illegal character in path at character 2. Correct it.
            owner: payments                 | owner: [ ]                    | 3 | owner must be a single text. Write its value behind the colon, or remove the key.
            2027-01-31                      | 31.1.2027                     | 4 | expires: '31.1.2027' is no date such as 2027-01-31. Correct it.
            2027-01-31                      | 2027-02-30                    | 4 | expires: '2027-02-30' is no date such as 2027-01-31. Correct it.
            0123456789abcdef                | 0123                          | 5 | fingerprint: '0123' is no fingerprint: 16 digits from 0 to 9 and a to f. Correct it.
            0123456789abcdef                | [ ]                           | 5 | fingerprint lists none. List at least one; worklog.md tells that of each failure.
            0123456789abcdef                | [ 0123456789abcdef, 0123456789abcdef ] | 5 | fingerprint: '0123456789abcdef' is listed twice. Keep one.
            fingerprint:                    | fingerprints:                 | 5 | fingerprints: unknown key. Did you mean 'fingerprint'? Known here: expires, fingerprint, id, link, owner, scope.
            0123456789abcdef                | 0123456789abcdef, scope: { tests: 'a b' } | 5 | scope.tests: 'a b' is neither a class nor class#method, such as com.example.ChatIT#answers. Correct it.
            0123456789abcdef                | 0123456789abcdef, scope: { environments: stagin } | 5 | scope.environments: environment 'stagin' is not declared. Did you mean 'staging'? Declared: a, staging.
            0123456789abcdef                | 0123456789abcdef, scope: { test: T } | 5 | scope.test: unknown key. Did you mean 'tests'? Known here: environments, tests.
            """)
    void anEntryThatCanNotBeRead(String before, String after, int line, String problem) {
        String written = after.contains(", scope")
                ? ENTRY.replace(before, after.replaceFirst(", scope.*", "")) + "  scope: "
                        + after.replaceFirst(".*, scope: ", "") + "\n"
                : after.equals("{ }") ? ENTRY.replaceFirst("- id: SHOP-1\n ", "-") : ENTRY.replace(before, after);
        int at = after.contains(", scope") ? 6 : after.equals("{ }") ? 1 : line;
        assertThat(project(written).problems()).contains("known-issues.yaml:" + at + "  known-issues[0]." + problem);
    }

    @Test
    void allIsToldAtOnce() {
        assertThat(project("- { }\n" + ENTRY + ENTRY).problems())
                .containsExactly(
                        "known-issues.yaml:1  known-issues[0].id is missing. Add 'id' here.",
                        "known-issues.yaml:1  known-issues[0].link is missing. Add 'link' here.",
                        "known-issues.yaml:1  known-issues[0].owner is missing. Add 'owner' here.",
                        "known-issues.yaml:1  known-issues[0].expires is missing. Add 'expires' here.",
                        "known-issues.yaml:1  known-issues[0].fingerprint is missing. Add 'fingerprint' here.",
                        "known-issues.yaml:7  known-issues[2].id: 'SHOP-1' is the id of another entry (first: "
                                + "known-issues.yaml:2). Give each its own; one entry may list several fingerprints.");
        assertThat(project("issues: 1").problems())
                .containsExactly("known-issues.yaml:1  known-issues must be a list. Start each entry with '- '.");
        assertThat(project("- [").problems()).singleElement().asString().startsWith("known-issues.yaml:");
    }

    @Test
    void aScopeCoversTestsByTheirNames() {
        KnownScope scope = new KnownScope(List.of(), List.of("a.ChatIT", "a.*Pay*#pays", "b.ShopIT#buys"));

        assertThat(scope.covers("a.ChatIT", "any")).isTrue();
        assertThat(scope.covers("a.ChatIT$Inner", "any")).isTrue();
        assertThat(scope.covers("a.ChatITs", "any")).isFalse();
        assertThat(scope.covers("a.b.PayIT", "pays")).isTrue();
        assertThat(scope.covers("a.b.PayIT", "paysLater")).isFalse();
        assertThat(scope.covers("b.ShopIT", "buys")).isTrue();
        assertThat(scope.names("b.ShopIT", "buys")).isTrue();
        assertThat(scope.names("a.ChatIT", "any")).isFalse();
        assertThat(scope.names("a.b.PayIT", "pays")).isFalse();
        assertThat(KnownScope.ALL.covers("a.ChatIT", "any")).isTrue();
    }

    /** What the page shows loads, and is valid to editors. */
    @Test
    void theDocumentedFileLoadsAndItsSchemaKnowsIt() throws IOException {
        String page = Files.readString(ConfigurationSchema.DOCS.resolve("known-issues.md"));
        String sample =
                page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```\n", page.indexOf("```yaml\n") + 8));

        assertThat(project(sample).load().knownIssues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.scope().names("com.example.shop.PayIT", "paysByCard"))
                        .isTrue());
        assertThat(problemsOfSchema(sample)).isEmpty();
        assertThat(problemsOfSchema(ENTRY)).isEmpty();
        assertThat(problemsOfSchema("# none\n[]")).isEmpty();
        for (String wrong : List.of(
                ENTRY.replace("owner", "onwer"),
                ENTRY.replace("2027-01-31", "soon"),
                ENTRY.replace("https", "ftp"),
                ENTRY.replace("0123456789abcdef", "[ ]"),
                ENTRY.replaceFirst("id: .*", "x: 1"),
                ENTRY + "  scope: { test: T }\n")) {
            assertThat(problemsOfSchema(wrong)).as(wrong).isNotEmpty();
        }
    }

    private static List<String> problemsOfSchema(String yaml) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ConfigurationSchema.read(
                                ConfigurationSchema.DOCS.resolve("goldenpath-known-issues.schema.json"))
                        .toString())
                .validate(ConfigurationSchema.json(yaml))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private Project project(String known) {
        return new Project(folder).yaml(MAIN).file("known-issues.yaml", known);
    }
}
