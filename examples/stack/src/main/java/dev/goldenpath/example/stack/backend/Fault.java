package dev.goldenpath.example.stack.backend;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be made to go wrong. */
enum Fault {
    /** The agent answers 200 at once, and does nothing. */
    MOCK_ANSWER,
    /** Whoever asks who he is hears that he is somebody else. */
    IDENTITY_SWAPPED;

    /** As in the path of its switch. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Fault> of(String word) {
        return Stream.of(values()).filter(fault -> fault.word().equals(word)).findFirst();
    }
}
