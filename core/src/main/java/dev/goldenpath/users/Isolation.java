package dev.goldenpath.users;

import dev.goldenpath.client.ContentSearch;
import dev.goldenpath.evidence.ForeignMarker;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks in all that users receive for what another one of them has sent: for that one's marker. Thread-safe. */
final class Isolation {
    /** Of each user's marker: two letters, and what makes it the only one. */
    private static final int LENGTH = 26;

    private final Map<String, String> owners = new ConcurrentHashMap<>();

    /** From now on, this marker is this user's. */
    void add(String user, String marker) {
        if (marker.length() != LENGTH) {
            throw new IllegalArgumentException("A marker has " + LENGTH + " characters: " + marker);
        }
        owners.put(marker, user);
    }

    /** Finds in what {@code user} receives the markers of others. */
    ContentSearch searchFor(String user) {
        return new Search(user);
    }

    private final class Search implements ContentSearch {
        private final String user;

        Search(String user) {
            this.user = user;
        }

        @Override
        public int longest() {
            return LENGTH;
        }

        @Override
        public List<String> in(byte[] content, int length) {
            Set<String> others = new LinkedHashSet<>();
            for (int i = 0; i + LENGTH <= length; i++) {
                // Where the last letter is none of a marker, none ends between here and there.
                int foreign = i + LENGTH - 1;
                while (foreign >= i && isOfMarker(content[foreign])) {
                    foreign--;
                }
                if (foreign >= i) {
                    i = foreign;
                } else if (content[i] == 'g' && content[i + 1] == 'p') {
                    String owner = owners.get(new String(content, i, LENGTH, StandardCharsets.US_ASCII));
                    if (owner != null && !owner.equals(user)) {
                        others.add(owner);
                    }
                }
            }
            return others.stream().map(ForeignMarker::of).toList();
        }
    }

    private static boolean isOfMarker(byte letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '2' && letter <= '7');
    }
}
