package dev.goldenpath.environment;

import dev.goldenpath.environment.SettingTree.Keys;
import dev.goldenpath.environment.SettingTree.Text;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a record of one section of the author's settings. Good for one use. */
final class SettingBinder {
    private final SettingOverrides overrides;
    private final SettingValues values;
    private final List<ConfigurationProblem> problems = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();

    SettingBinder(SettingOverrides overrides, Consumer<Secret> secrets) {
        this.overrides = overrides;
        this.values = new SettingValues(this, secrets);
    }

    <R extends Record> R bind(Keys sections, String section, Class<R> type) {
        String path = AuthorSettings.KEY + "." + section;
        SettingTree tree = sections.entries().get(section);
        Object bound = null;
        if (tree == null && !isOverridden(type, path, Set.of()) && needsAny(type)) {
            problem(
                    sections.origin(),
                    sections.key() + "." + section + " is missing"
                            + Closest.hint(section, sections.entries().keySet()),
                    "Add it with what " + type.getSimpleName() + " needs.");
        } else {
            Keys none = new Keys(sections.key() + "." + section, sections.origin(), Map.of());
            bound = record(type, path, tree instanceof Keys keys ? keys : none);
        }
        List<String> others = sections.entries().keySet().stream()
                .map(name -> AuthorSettings.KEY + "." + name)
                .toList();
        problems.addAll(overrides.unread(path, asked, others, type.getSimpleName()));
        if (bound == null || !problems.isEmpty()) {
            throw new ConfigurationException(
                    path + " can't be bound to " + type.getSimpleName() + ": " + problems.size()
                            + (problems.size() == 1 ? " problem" : " problems"),
                    problems);
        }
        return type.cast(bound);
    }

    /** {@code null} only together with a reported problem. */
    @Nullable
    Object record(Class<?> type, String path, Keys keys) {
        int before = problems.size();
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        Set<String> known = new LinkedHashSet<>();
        for (int i = 0; i < components.length; i++) {
            SettingComponent component = SettingComponent.of(components[i]);
            known.add(component.key());
            arguments[i] = component(component, path + "." + component.key(), keys);
        }
        keys.entries().forEach((name, tree) -> {
            if (!known.contains(name)) {
                problems.add(UnknownKey.problem(tree.origin(), tree.key(), name, known));
            }
        });
        return problems.size() > before ? null : construct(type, components, arguments, keys);
    }

    private @Nullable Object component(SettingComponent component, String path, Keys keys) {
        if (!SettingComponent.isSupported(component.type())) {
            problem(
                    new Origin(component.name()),
                    "A setting can't be of the type " + component.type().getTypeName(),
                    "Use " + SettingComponent.SUPPORTED + ".");
            return null;
        }
        SettingTree tree = keys.entries().get(component.key());
        if (tree instanceof Text) {
            ask(path);
        }
        if (tree == null && isOverridden(component.type(), path, Set.of())) {
            tree = override(path)
                    .map(SettingTree.class::cast)
                    .orElse(new Keys(keys.key() + "." + component.key(), keys.origin(), Map.of()));
        }
        if (tree != null) {
            Object value = values.read(component.type(), path, tree);
            return component.optional() ? Optional.ofNullable(value) : value;
        }
        if (!component.mayBeAbsent()) {
            problem(
                    keys.origin(),
                    keys.key() + "." + component.key() + " is missing",
                    "Add '" + component.key() + "' here.");
        }
        return component.optional() ? Optional.empty() : null;
    }

    private @Nullable Object construct(
            Class<?> type, RecordComponent[] components, @Nullable Object[] arguments, Keys keys) {
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                String message = String.valueOf(refused.getMessage()).replaceFirst("\\.$", "");
                problem(keys.origin(), keys.key() + ": " + message, "Correct it.");
                return null;
            }
            if (e.getCause() instanceof RuntimeException broken) {
                throw broken;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether anything must stand there. */
    private static boolean needsAny(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> !SettingComponent.of(component).mayBeAbsent());
    }

    /** What sets the text at {@code path}, which the file does not hold. */
    private Optional<Text> override(String path) {
        ask(path);
        return overrides.of(path);
    }

    private void ask(String path) {
        asked.add(Sources.property(path));
        asked.add(Sources.variable(path));
    }

    /** Whether an override sets a value of this type, or a part of it; a list's is one text. */
    private boolean isOverridden(Type type, String path, Set<Type> around) {
        Class<?> element = SettingComponent.elementOf(type);
        if (element == null || around.contains(element)) {
            return false;
        }
        if (!element.isRecord()) {
            return override(path).isPresent();
        }
        if (element != type) {
            return false;
        }
        Set<Type> further = new HashSet<>(around);
        further.add(element);
        boolean any = false;
        for (RecordComponent each : element.getRecordComponents()) {
            SettingComponent component = SettingComponent.of(each);
            any |= isOverridden(component.type(), path + "." + component.key(), further);
        }
        return any;
    }

    void problem(Origin origin, String what, String remedy) {
        problem(new ConfigurationProblem(origin, what, remedy));
    }

    void problem(ConfigurationProblem problem) {
        problems.add(problem);
    }
}
