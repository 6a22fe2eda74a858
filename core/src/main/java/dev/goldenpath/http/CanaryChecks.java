package dev.goldenpath.http;

import dev.goldenpath.evidence.Canary;
import java.util.Optional;

/** Whether a response holds a canary. */
final class CanaryChecks {
    private CanaryChecks() {}

    /** Records what holds it. */
    static Optional<Mismatch> carries(ServiceResponse response, Canary canary) {
        Optional<String> place = place(response, canary.value());
        place.ifPresent(words -> response.note(words + " carries the canary " + canary));
        return place.isPresent()
                ? Optional.empty()
                : Optional.of(Mismatch.of("Expected the answer to carry the canary " + canary
                        + ", but neither its body nor a header holds it."));
    }

    private static Optional<String> place(ServiceResponse response, String marker) {
        Optional<String> header = response.headerHolding(marker).map(name -> "header " + name);
        // The headers first: they are there also where the body was streamed.
        return header.isPresent() || !response.text().contains(marker) ? header : Optional.of("the body");
    }
}
