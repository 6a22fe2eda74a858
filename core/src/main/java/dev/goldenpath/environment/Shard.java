package dev.goldenpath.environment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a run that is split over machines.
 *
 * @param index its number, from 1
 * @param total how many there are
 * @since 0.1.0
 */
public record Shard(int index, int total) {
    private static final String AUTO = "auto";
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})/(\\d{1,5})");

    /** @throws IllegalArgumentException where there is no such shard */
    public Shard {
        if (index < 1 || index > total) {
            throw new IllegalArgumentException("There is no shard " + index + " of " + total);
        }
    }

    /**
     * The one that {@code goldenpath.shard} says; empty where nothing does.
     *
     * @param variables of the process; of the CI job, too, where the setting is {@code auto}
     * @throws ConfigurationException when the settings tell of no shard, or of more than one
     */
    public static Optional<Shard> read(Map<String, String> properties, Map<String, String> variables) {
        Optional<Setting> given = RunSetting.SHARD.read(properties, variables);
        Optional<Setting> shards = RunSetting.SHARDS.read(properties, variables);
        if (given.isPresent() && given.get().value().equals(AUTO)) {
            return Optional.of(new ShardOfJob(given.get(), variables).shard(shards));
        }
        shards.ifPresent(Shard::refuseWithoutAuto);
        return given.map(Shard::of);
    }

    /** As it is written in settings: {@code 2/5}. */
    @Override
    public String toString() {
        return index + "/" + total;
    }

    /** The shard of these two numbers; empty where they tell of none. */
    static Optional<Shard> of(int index, int total) {
        return index < 1 || index > total ? Optional.empty() : Optional.of(new Shard(index, total));
    }

    private static Shard of(Setting setting) {
        Matcher matcher = FORM.matcher(setting.value());
        return (matcher.matches()
                        ? of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                        : Optional.<Shard>empty())
                .orElseThrow(() -> refused(
                        setting,
                        "is no shard: it is its number, from 1, and how many there are, for example 2/5, or 'auto',"
                                + " as the CI job says"));
    }

    private static void refuseWithoutAuto(Setting shards) {
        throw refused(
                shards,
                "says how many shards there are where goldenpath.shard is 'auto', and it is not. Set that, or remove"
                        + " this");
    }

    static ConfigurationException refused(Setting setting, String problem) {
        return new ConfigurationException(setting.origin() + ": '" + setting.value() + "' " + problem + ".", List.of());
    }
}
