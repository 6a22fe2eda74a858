package dev.goldenpath.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.PolicyRule;
import dev.goldenpath.environment.PolicySettings;
import dev.goldenpath.evidence.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The breaches and the honest twins of one rule, from a file: imports first, then cases that begin with {@code === name}.
 * A case is the body of a golden-path class {@code ChatIT}, unless it declares that class itself; after {@code +++} come
 * further classes. Lines that break the rule end with {@code // !}.
 */
final class AuditCases {
    private static final String MARK = "// !";
    private static final PolicySettings SETTINGS =
            new PolicySettings(List.of(), List.of("com.acme.checks.Ledger"), Map.of(), java.util.Set.of());

    private final Map<String, String> sources = new LinkedHashMap<>();

    private AuditCases() {}

    static AuditCases of(PolicyRule rule) throws IOException {
        AuditCases cases = new AuditCases();
        try (InputStream in = AuditCases.class.getResourceAsStream(rule.word() + ".txt")) {
            String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^=== ");
            for (int i = 1; i < parts.length; i++) {
                String[] nameAndBody = parts[i].split("\n", 2);
                cases.sources.put(
                        nameAndBody[0], "package com.acme.case" + i + ";\n" + parts[0] + whole(nameAndBody[1]));
            }
        }
        return cases;
    }

    private static String whole(String body) {
        if (body.contains("class ChatIT")) {
            return body;
        }
        String[] parts = body.split("(?m)^\\+\\+\\+$");
        return "@GoldenPath class ChatIT {\n" + parts[0] + "}\n" + (parts.length > 1 ? parts[1] : "");
    }

    /** Each case's name, with the lines that are marked. */
    Map<String, List<Integer>> marked() {
        Map<String, List<Integer>> lines = new LinkedHashMap<>();
        sources.forEach((name, source) -> {
            List<String> text = source.lines().toList();
            lines.put(
                    name,
                    IntStream.range(0, text.size())
                            .filter(i -> text.get(i).endsWith(MARK))
                            .mapToObj(i -> i + 1)
                            .toList());
        });
        return lines;
    }

    /** Each case's name, with the lines that the audit finds for this rule. */
    Map<String, List<Integer>> found(PolicyRule rule, Path folder) throws IOException {
        Sources compiler = new Sources(folder);
        Path stubs = compiler.compile("stubs", List.of(), Stubs.SOURCES);
        Path classes =
                compiler.compile("classes", List.of(stubs), sources.values().toArray(String[]::new));
        List<String> names = new ArrayList<>();
        List<Finding> findings;
        try (URLClassLoader loader = Sources.loader(classes, stubs)) {
            CodeRoots.of(loader, List.of())
                    .find("com.acme.case1.ChatIT")
                    .orElseThrow()
                    .root()
                    .classes()
                    .forEach(names::add);
            findings = new SourceAudit(loader, SETTINGS).audit(names).findings();
        }
        assertThat(names).isNotEmpty();
        Map<String, List<Integer>> lines = new LinkedHashMap<>();
        int number = 0;
        for (String name : sources.keySet()) {
            String start = "com.acme.case" + ++number + ".";
            lines.put(
                    name,
                    findings.stream()
                            .filter(finding -> finding.className().startsWith(start))
                            .filter(finding -> finding.rule().equals(rule.word()))
                            .map(AuditCases::line)
                            .sorted()
                            .toList());
        }
        return lines;
    }

    private static int line(Finding finding) {
        String[] parts = finding.source().split(":");
        return parts.length < 2 ? 0 : Integer.parseInt(parts[1]);
    }
}
