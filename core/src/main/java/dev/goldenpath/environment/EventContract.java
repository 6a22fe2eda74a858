package dev.goldenpath.environment;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service promises about the events of one subject, such as one run of an agent. All places are JSON Pointers.
 *
 * @param name what tests call it
 * @param version of the contract, as its file says
 * @param correlation where an event says which subject it is about; absent where a session has but one
 * @param user where an event says whose it is; absent where it does not
 * @param id where what tells an event from all others stands; absent where nothing does
 * @param sequence where an event's number stands, from 1 within its subject; absent where it has none
 * @param ordered whether the events come in the order in which they are listed
 * @param within until when all of them have come
 * @param quiet for how long after the last of them nothing more may come
 * @param events at least one
 * @param origin where it is declared
 * @since 0.1.0
 */
public record EventContract(
        String name,
        String version,
        @Nullable String correlation,
        @Nullable String user,
        @Nullable String id,
        @Nullable String sequence,
        boolean ordered,
        Duration within,
        Duration quiet,
        List<EventRule> events,
        Origin origin) {

    /** Copies the events. */
    public EventContract {
        events = List.copyOf(events);
    }
}
