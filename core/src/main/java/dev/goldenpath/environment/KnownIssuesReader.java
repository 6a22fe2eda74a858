package dev.goldenpath.environment;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the file of known issues. Nothing overrides its values: an issue is the same for everybody. */
final class KnownIssuesReader {
    /** The key that names another file, and what its entries are called in messages. */
    private static final String KEY = "known-issues";

    private static final String FINGERPRINT = "fingerprint";
    private static final String FILE_NAME = "known-issues.yaml";

    private final Reading reading;
    private final TextFiles files;
    private final TextFile main;
    private final Map<String, Origin> ids = new HashMap<>();

    KnownIssuesReader(Reading reading, TextFiles files, TextFile main) {
        this.reading = reading;
        this.files = files;
        this.main = main;
    }

    /**
     * The issues that may be met in an environment, in the order of the file; what is wrong with others is told, too.
     *
     * @param root of {@code goldenpath.yaml}
     * @param declared names of all environments
     */
    List<KnownIssue> read(Section root, String environment, List<String> declared) {
        return file(root)
                .flatMap(this::root)
                .map(known -> entries(known, declared).stream()
                        .filter(issue -> issue.scope().isOf(environment))
                        .toList())
                .orElse(List.of());
    }

    /** A file that is named has to be there. */
    private Optional<TextFile> file(Section root) {
        Optional<Setting> named = root.text(KEY);
        return named.isPresent() || root.has(KEY)
                ? named.flatMap(setting -> root.parsed(setting, files::find))
                : files.ifBeside(main, FILE_NAME);
    }

    /** Empty where there is nothing in the file, or together with a reported problem. */
    private Optional<Section> root(TextFile file) {
        try {
            return YamlText.compose(file).map(list -> Section.rootWithoutOverrides(reading, file.name(), named(list)));
        } catch (ConfigurationException e) {
            e.problems().forEach(reading::problem);
            return Optional.empty();
        }
    }

    /** The file holds a list, and what is read is read by keys. */
    private static Node named(Node list) {
        Node key = new ScalarNode(Tag.STR, true, KEY, ScalarStyle.PLAIN, list.getStartMark(), list.getStartMark());
        return new MappingNode(
                Tag.MAP,
                true,
                List.of(new NodeTuple(key, list)),
                FlowStyle.BLOCK,
                list.getStartMark(),
                list.getEndMark());
    }

    private List<KnownIssue> entries(Section root, List<String> declared) {
        List<KnownIssue> issues = new ArrayList<>();
        for (Section entry : root.sections(KEY)) {
            issue(entry, declared).ifPresent(issues::add);
            entry.finish();
        }
        return issues;
    }

    /** Empty only together with a reported problem. */
    private Optional<KnownIssue> issue(Section entry, List<String> declared) {
        Optional<Setting> id = entry.requiredText("id");
        id.ifPresent(this::check);
        Optional<URI> link =
                entry.requiredText("link").flatMap(setting -> entry.parsed(setting, KnownIssueValues::link));
        Optional<Setting> owner = entry.requiredText("owner");
        Optional<LocalDate> expires =
                entry.requiredText("expires").flatMap(setting -> entry.parsed(setting, KnownIssueValues::date));
        KnownScope scope = scope(entry.section("scope"), declared);
        List<String> fingerprints = fingerprints(entry);
        return id.isEmpty() || link.isEmpty() || owner.isEmpty() || expires.isEmpty() || fingerprints.isEmpty()
                ? Optional.empty()
                : Optional.of(new KnownIssue(
                        id.get().value(),
                        link.get(),
                        owner.get().value(),
                        expires.get(),
                        scope,
                        fingerprints,
                        entry.origin()));
    }

    private static List<String> fingerprints(Section entry) {
        if (!entry.has(FINGERPRINT)) {
            entry.requiredText(FINGERPRINT);
        } else if (entry.node(FINGERPRINT).orElse(null) instanceof SequenceNode list
                && list.getValue().isEmpty()) {
            entry.problem(FINGERPRINT, "lists none", "List at least one; worklog.md tells that of each failure.");
        }
        return DistinctTexts.read(entry, FINGERPRINT, KnownIssueValues::fingerprint);
    }

    private void check(Setting id) {
        Origin first = ids.putIfAbsent(id.value(), id.origin());
        if (first != null) {
            reading.problem(
                    id.origin(),
                    id.key() + ": '" + reading.shown(id) + "' is the id of another entry (first: " + first + ")",
                    "Give each its own; one entry may list several fingerprints.");
        }
    }

    private KnownScope scope(Section section, List<String> declared) {
        List<String> environments = DistinctTexts.read(section, "environments", text -> text);
        for (Setting named : section.texts("environments")) {
            if (!declared.contains(named.value())) {
                reading.problem(
                        named.origin(),
                        named.key() + ": environment '" + reading.shown(named) + "' is not declared"
                                + Closest.hint(named.value(), declared),
                        "Declared: " + String.join(", ", declared) + ".");
            }
        }
        KnownScope scope =
                new KnownScope(environments, DistinctTexts.read(section, "tests", KnownIssueValues::testPattern));
        section.finish();
        return scope;
    }
}
