package dev.goldenpath.environment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What fills {@code ${scheme:name}} in one reading. Asks for each only once, and remembers what it has told. */
final class SecretSources {
    private static final String ENV = "env";
    private static final String FILE = "file";
    private static final Pattern SCHEME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Sources sources;
    private final SecretFiles files;
    private final Supplier<List<SecretSource>> onClassPath;
    private final Map<String, String> told = new LinkedHashMap<>();
    private final Map<String, UnreadSecretException> refused = new HashMap<>();
    private @Nullable Map<String, List<SecretSource>> found;

    SecretSources(Sources sources, Path workingDirectory) {
        this(sources, workingDirectory, SecretSources::load);
    }

    SecretSources(Sources sources, Path workingDirectory, Supplier<List<SecretSource>> onClassPath) {
        this.sources = sources;
        this.files = new SecretFiles(workingDirectory);
        this.onClassPath = onClassPath;
    }

    /** Whether {@code variable} names a source; else it is the name of a variable. */
    static boolean names(String variable) {
        return variable.indexOf(':') >= 0;
    }

    /**
     * The secret of {@code scheme:name}.
     *
     * @throws UnreadSecretException when it can't be read; the same each time
     */
    String read(String variable) {
        UnreadSecretException before = refused.get(variable);
        if (before != null) {
            throw before;
        }
        String known = told.get(variable);
        if (known != null) {
            return known;
        }
        try {
            int colon = variable.indexOf(':');
            String secret = read(variable.substring(0, colon), variable.substring(colon + 1));
            told.put(variable, secret);
            return secret;
        } catch (UnreadSecretException e) {
            refused.put(variable, e);
            throw e;
        }
    }

    /** All secrets told so far. */
    List<String> told() {
        return List.copyOf(told.values());
    }

    private String read(String scheme, String name) {
        if (name.isEmpty()) {
            throw new UnreadSecretException("names no secret", "Write its name behind the colon.");
        }
        return switch (scheme) {
            case ENV -> variable(name);
            case FILE -> files.read(name);
            default -> ask(only(scheme), name);
        };
    }

    private String variable(String name) {
        Optional<String> value = sources.environmentVariable(name).map(SecretFiles::withoutLineEnd);
        if (value.isEmpty() || value.get().isEmpty()) {
            throw new UnreadSecretException(
                    value.isEmpty() ? "is not set" : "is empty", "Set the environment variable " + name + ".");
        }
        return value.get();
    }

    private SecretSource only(String scheme) {
        Map<String, List<SecretSource>> all = found();
        List<SecretSource> of = all.getOrDefault(scheme, List.of());
        if (of.isEmpty()) {
            TreeSet<String> known = new TreeSet<>(all.keySet());
            known.addAll(List.of(ENV, FILE));
            throw new UnreadSecretException(
                    "names a source of secrets that is not there" + Closest.hint(scheme, known),
                    "Known: " + String.join(", ", known) + ".");
        }
        if (of.size() > 1) {
            throw new UnreadSecretException(
                    "is claimed by "
                            + of.stream().map(SecretSources::nameOf).sorted().collect(Collectors.joining(" and ")),
                    "Keep one of them on the class path.");
        }
        return of.get(0);
    }

    private Map<String, List<SecretSource>> found() {
        if (found == null) {
            Map<String, List<SecretSource>> all = new TreeMap<>();
            for (SecretSource source : onClassPath.get()) {
                all.computeIfAbsent(schemeOf(source), scheme -> new ArrayList<>())
                        .add(source);
            }
            found = all;
        }
        return found;
    }

    private static String schemeOf(SecretSource source) {
        String scheme = guarded(source, source::scheme);
        if (scheme == null || !SCHEME.matcher(scheme).matches() || scheme.equals(ENV) || scheme.equals(FILE)) {
            throw new UnreadSecretException(
                    "can't be read, because " + nameOf(source) + " has the scheme '" + scheme + "'",
                    "Give it one of lower-case letters, digits and hyphens that is neither env nor file.");
        }
        return scheme;
    }

    private static String ask(SecretSource source, String name) {
        String secret = guarded(source, () -> source.secret(name));
        if (secret == null || secret.isEmpty()) {
            throw new UnreadSecretException("is empty, says " + nameOf(source), "Give this secret a value there.");
        }
        return secret;
    }

    /** Without any message of the source's: that may quote the secret. */
    private static @Nullable String guarded(SecretSource source, Supplier<@Nullable String> question) {
        try {
            return question.get();
        } catch (SecretNotFoundException e) {
            throw new UnreadSecretException("is unknown to " + nameOf(source), "Add it there, or correct its name.");
        } catch (RuntimeException | LinkageError e) {
            throw new UnreadSecretException(
                    "can't be read: " + nameOf(source) + " threw "
                            + e.getClass().getName(),
                    "See whether that source works here.");
        }
    }

    private static List<SecretSource> load() {
        try {
            return ServiceLoader.load(SecretSource.class, SecretSource.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new UnreadSecretException(
                    "can't be read, because a source of secrets can't be loaded: " + e.getMessage(),
                    "Correct META-INF/services/" + SecretSource.class.getName() + " on the class path.");
        }
    }

    private static String nameOf(SecretSource source) {
        return source.getClass().getName();
    }
}
