package dev.goldenpath.environment;

/** A secret could not be read: the end of a sentence about that, and what to do. It never quotes what was read. */
final class UnreadSecretException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String words;
    private final String remedy;

    UnreadSecretException(String words, String remedy) {
        super(words);
        this.words = words;
        this.remedy = remedy;
    }

    String words() {
        return words;
    }

    String remedy() {
        return remedy;
    }
}
