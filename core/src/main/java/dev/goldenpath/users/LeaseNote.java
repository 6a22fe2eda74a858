package dev.goldenpath.users;

import dev.goldenpath.client.JsonText;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a lease's file says.
 *
 * @param holder random, of this one lease
 * @param pid the process of the holder
 * @param host the machine it runs on
 * @param since when it took the lease, by that machine's clock: for people only
 * @param forWhom the test that it is for
 * @param expiry how long the note may stay as it is before another may take the user
 * @param counter one more each time the holder renews it
 */
record LeaseNote(String holder, long pid, String host, Instant since, String forWhom, Duration expiry, long counter) {

    LeaseNote renewed() {
        return new LeaseNote(holder, pid, host, since, forWhom, expiry, counter + 1);
    }

    /** For messages: who holds it. */
    String words() {
        return "held by process " + pid + " on " + host + " since " + since + " for " + forWhom;
    }

    String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("holder", holder);
        fields.put("pid", pid);
        fields.put("host", host);
        fields.put("since", since.toString());
        fields.put("for", forWhom);
        fields.put("expiryMillis", expiry.toMillis());
        fields.put("counter", counter);
        return JsonText.write(fields);
    }

    /** Empty when it is no note: somebody else wrote it, or did not come to its end. */
    static Optional<LeaseNote> parse(String text) {
        try {
            JsonText json = JsonText.parse(text);
            LeaseNote note = new LeaseNote(
                    required(json, "/holder", String.class),
                    required(json, "/pid", Long.class),
                    required(json, "/host", String.class),
                    Instant.parse(required(json, "/since", String.class)),
                    required(json, "/for", String.class),
                    Duration.ofMillis(required(json, "/expiryMillis", Long.class)),
                    required(json, "/counter", Long.class));
            return Optional.of(note).filter(read -> !read.expiry.isZero() && !read.expiry.isNegative());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static <T> T required(JsonText json, String pointer, Class<T> type) {
        return json.at(pointer, type).orElseThrow(() -> new IllegalArgumentException(pointer + " is missing"));
    }
}
