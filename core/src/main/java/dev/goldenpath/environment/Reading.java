package dev.goldenpath.environment;

import dev.goldenpath.evidence.Redaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/** One pass over a configuration file: resolves variables and collects every problem instead of stopping at the first. */
final class Reading {
    static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
    /** All up to the last @, for a password may hold any character. */
    private static final Pattern USER_INFO = Pattern.compile("(:/{0,2}|//).*@", Pattern.DOTALL);

    private static final String PORT_PREFIX = "port.";

    private final Sources sources;
    private final SecretSources secretSources;
    private final List<ConfigurationProblem> problems = new ArrayList<>();
    private final Map<String, Origin> origins = new HashMap<>();
    private final Set<Setting> unresolved = new HashSet<>();
    private final Map<Setting, String> written = new HashMap<>();
    private final Set<Origin> overrides = new HashSet<>();
    private final Map<String, Origin> literalSecrets = new HashMap<>();
    private final ReadValues values = new ReadValues();
    private final List<Secret> secrets = new ArrayList<>();
    private Map<String, Integer> ports = Map.of();

    Reading(Sources sources, SecretSources secretSources) {
        this.sources = sources;
        this.secretSources = secretSources;
    }

    Sources sources() {
        return sources;
    }

    /** Makes {@code ${port.<name>}} known from now on. */
    void ports(Map<String, Integer> chosen) {
        ports = Map.copyOf(chosen);
    }

    /** Remembers where the key at {@code path} stands, or what overrides it. */
    void located(String path, Origin origin) {
        origins.put(path, origin);
    }

    /** Remembers that a value is not the file's. */
    void overridden(Setting override) {
        overrides.add(override.origin());
        located(override.key(), override.origin());
    }

    /** Whether it stands in the file as it is: nothing has filled it in, and nothing overrides it. */
    boolean isLiteral(Setting setting) {
        return !overrides.contains(setting.origin())
                && !VARIABLE.matcher(written.getOrDefault(setting, setting.value()))
                        .find();
    }

    /** The secret that is this setting's value; a blank one is a problem, for it opens nothing. */
    Secret secret(Setting setting) {
        if (setting.value().isBlank()) {
            problem(setting.origin(), setting.key() + " is empty", "Give the secret a value.");
        }
        if (isLiteral(setting)) {
            literalSecrets.put(setting.key(), setting.origin());
        }
        return secretOfAuthor(setting);
    }

    /** As above, at a key of the author's own: what a literal one opens is not known. */
    Secret secretOfAuthor(Setting setting) {
        Secret secret = new Secret(setting.value(), setting.origin());
        secrets.add(secret);
        hide(setting.key());
        return secret;
    }

    /** Nobody is shown what stands at {@code key}. */
    void hide(String key) {
        values.secret(key);
    }

    /** A text of the author's settings, remembered and resolved. */
    SettingTree.Text text(Setting raw) {
        Setting setting = resolve(raw, "");
        remember(raw.key(), raw, "");
        return new SettingTree.Text(setting, shown(setting), !setting.value().equals(raw.value()));
    }

    /** The keys of all secrets that stand in the file as they are, and where. */
    Map<String, Origin> literalSecrets() {
        return Map.copyOf(literalSecrets);
    }

    /** What sources of secrets have filled in, at whatever keys. */
    List<Secret> filledIn() {
        return secretSources.told().stream()
                .map(value -> new Secret(value, new Origin("a source of secrets")))
                .toList();
    }

    /** Whether the key at {@code path} stands in the file, or is overridden. */
    boolean isSet(String path) {
        return origins.containsKey(path);
    }

    /** The key at {@code path}, or else the first one below it, that stands in the file or is overridden. */
    Optional<String> setWithin(String path) {
        return origins.keySet().stream()
                .filter(key -> key.equals(path) || key.startsWith(path + "."))
                .min(Comparator.naturalOrder());
    }

    /** Where the key at {@code path} stands, or the nearest one around it. */
    Origin originOf(String path) {
        Origin found = origins.get(path);
        int dot = path.lastIndexOf('.');
        return found != null || dot < 0
                ? Objects.requireNonNull(found, "no part of the key was read")
                : originOf(path.substring(0, dot));
    }

    void problem(Origin origin, String what, String remedy) {
        problem(new ConfigurationProblem(origin, what, remedy));
    }

    void problem(ConfigurationProblem problem) {
        // A section that several readers open is filled once for each.
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    List<ConfigurationProblem> problems() {
        return problems;
    }

    /** Remembers a value of the chosen environment, for whoever wants to see all of them. */
    void remember(String key, Setting raw, String placeholder) {
        String shown = filled(raw, placeholder, true);
        values.add(key, shown, raw.origin(), shown.equals(raw.value()) ? null : raw.value());
    }

    /** All that was remembered, in the order of the file. */
    List<ReadValue> values(Node root, RedactedNames names) {
        Redaction redaction = new Redaction();
        names.fields().forEach(redaction::addField);
        Stream.concat(secrets.stream(), filledIn().stream())
                .map(Secret::reveal)
                .filter(secret -> !secret.isBlank())
                .forEach(redaction::addValue);
        return values.inOrderOf(root, redaction);
    }

    /**
     * {@code raw} with its variables resolved, but for {@code ${placeholder}}; each one that cannot be is a problem and
     * stays as written.
     */
    Setting resolve(Setting raw, String placeholder) {
        int before = problems.size();
        String resolved = filled(raw, placeholder, false);
        Setting setting = new Setting(raw.key(), resolved, raw.origin());
        if (problems.size() > before) {
            unresolved.add(setting);
        }
        if (!resolved.equals(raw.value())) {
            written.put(setting, raw.value());
        }
        return setting;
    }

    /**
     * What a message may show of it. A variable stays as it is written, for what fills it may be a secret, and no
     * redaction knows it yet.
     */
    String shown(Setting setting) {
        return withoutUserInfo(written.getOrDefault(setting, setting.value()));
    }

    static String withoutUserInfo(String text) {
        return USER_INFO.matcher(text).replaceAll("$1***@");
    }

    /** As {@link #shown(Setting)}; empty when no variable was filled in at this key. */
    Optional<String> writtenWithVariables(String key) {
        return written.keySet().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .map(this::shown);
    }

    /** Whether a variable of it could not be resolved, so that what else is wrong with it says nothing. */
    boolean isUnresolved(Setting setting) {
        return unresolved.contains(setting);
    }

    private String filled(Setting raw, String placeholder, boolean masked) {
        return VARIABLE.matcher(raw.value()).replaceAll(match -> {
            String name = match.group(1);
            String value = name.equals(placeholder) ? match.group() : valueOf(name, match.group(), raw);
            boolean told = SecretSources.names(name) && !value.equals(match.group());
            return Matcher.quoteReplacement(masked && told ? Redaction.MASK : value);
        });
    }

    private String valueOf(String name, String written, Setting user) {
        if (name.startsWith(PORT_PREFIX)) {
            Integer port = ports.get(name.substring(PORT_PREFIX.length()));
            if (port == null) {
                problem(user.origin(), user.key() + ": " + written + " names no declared port", "Add it to 'ports'.");
                return written;
            }
            return port.toString();
        }
        if (SecretSources.names(name)) {
            try {
                return secretSources.read(name);
            } catch (UnreadSecretException e) {
                problem(user.origin(), user.key() + ": " + written + " " + e.words(), e.remedy());
                return written;
            }
        }
        return sources.variableValue(name).orElseGet(() -> {
            problem(
                    user.origin(),
                    user.key() + ": " + written + " is not set",
                    "Set the environment variable " + name + ".");
            return written;
        });
    }
}
