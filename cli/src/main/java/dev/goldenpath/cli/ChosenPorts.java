package dev.goldenpath.cli;

import dev.goldenpath.environment.PortSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Chooses free ports, and remembers which: behind none of them is anybody, unless it is started now. */
final class ChosenPorts implements PortSource {
    private final PortSource free = PortSource.free();
    private final Map<String, Integer> chosen = new LinkedHashMap<>();

    @Override
    public Map<String, Integer> choose(String environment, Collection<String> names) {
        Map<String, Integer> ports = free.choose(environment, names);
        chosen.putAll(ports);
        return ports;
    }

    /** By name, in the order of the file. */
    Map<String, Integer> chosen() {
        return chosen;
    }
}
