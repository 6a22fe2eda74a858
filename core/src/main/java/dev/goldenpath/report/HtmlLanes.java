package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The users of a test's attempts that the page shows, each with a lane of its own. For one test; not thread-safe. */
final class HtmlLanes {
    /** About how many bytes one takes, besides its evidence. */
    static final long LANE = 400;

    private final int most;
    private final Map<Integer, Set<String>> shown = new HashMap<>();

    private HtmlLanes(int most) {
        this.most = most;
    }

    /** As many as there can be in a detail of so many bytes. */
    static HtmlLanes within(long allowed) {
        return new HtmlLanes((int) Math.max(2, Math.min(UserLanes.MOST, allowed / LANE / 3)));
    }

    /** Fields {@code users}, and {@code userCount} where there are more; nothing where there are fewer than two. */
    void write(PageFields fields, int attempt, UserLanes users) throws IOException {
        if (users.count() < 2) {
            return;
        }
        JsonGenerator json = fields.json();
        List<UserLane> lanes = users.shown(most);
        Set<String> names = new HashSet<>();
        json.writeArrayFieldStart("users");
        for (UserLane lane : lanes) {
            names.add(lane.name());
            json.writeStartObject();
            fields.put("name", lane.name());
            json.writeNumberField("calls", lane.calls());
            json.writeNumberField("messages", lane.messages());
            json.writeNumberField("broken", lane.broken());
            fields.put("mixed", lane.isMixed());
            fields.put("failure", lane.failure());
            fields.put("tookUs", lane.took());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (lanes.size() < users.count()) {
            json.writeNumberField("userCount", users.count());
            shown.put(attempt, names);
        }
    }

    /** Whether the page has the evidence of this user in this attempt; it has all that is no user's. */
    boolean shows(int attempt, @Nullable String user) {
        Set<String> names = shown.get(attempt);
        return user == null || names == null || names.contains(user);
    }
}
