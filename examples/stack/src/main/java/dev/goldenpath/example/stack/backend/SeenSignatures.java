package dev.goldenpath.example.stack.backend;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Header and signature of the last tokens that were valid. Thread-safe. */
final class SeenSignatures {
    private static final int MOST = 10_000;

    private final Set<String> seen = Collections.synchronizedSet(Collections.newSetFromMap(new Recent()));

    void add(RawToken token) {
        seen.add(key(token));
    }

    boolean contains(RawToken token) {
        return seen.contains(key(token));
    }

    private static String key(RawToken token) {
        return token.header() + "." + token.signature();
    }

    private static final class Recent extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    }
}
