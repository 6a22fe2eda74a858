package dev.goldenpath.websocket;

/** How long a text is once it is encoded. */
final class Utf8 {
    private Utf8() {}

    /** Bytes of {@code text} in UTF-8, without encoding it; half of a surrogate pair is replaced by one byte, as in Java. */
    static int length(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            if (c < 0x800) {
                bytes++;
            } else if (!Character.isSurrogate(c)) {
                bytes += 2;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                bytes += 2;
                i++;
            }
        }
        return bytes;
    }
}
