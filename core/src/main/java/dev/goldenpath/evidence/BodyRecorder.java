package dev.goldenpath.evidence;

import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Records a body that passes by in pieces, of any size, in constant memory. Not thread-safe; use once.
 *
 * @since 0.1.0
 */
public final class BodyRecorder {
    /** Bytes that it keeps: beyond what is shown, so that a secret which begins in the shown part is seen whole. */
    public static final int MOST_KEPT = 4 * (Body.TEXT_KEPT + 8 * 1024);

    private static final int FIRST_KEPT = 4 * 1024;

    private final @Nullable String mediaType;
    private final MessageDigest digest = Sha256.digest();
    private final boolean mayBeText;
    private byte[] kept = new byte[0];
    private int keptLength;
    private long bytes;

    /** A recorder of a body of this declared media type. */
    public BodyRecorder(@Nullable String mediaType) {
        this.mediaType = mediaType;
        this.mayBeText = mediaType == null || MediaType.isText(mediaType);
    }

    /** A recorder that has taken all of a body, without a copy of it. */
    static BodyRecorder ofAll(@Nullable String mediaType, byte[] content) {
        BodyRecorder recorder = new BodyRecorder(mediaType);
        recorder.digest.update(content);
        recorder.bytes = content.length;
        recorder.kept = content;
        recorder.keptLength = Math.min(content.length, MOST_KEPT);
        return recorder;
    }

    /** Takes the next piece. */
    public void add(byte[] piece, int offset, int length) {
        digest.update(piece, offset, length);
        bytes += length;
        if (mayBeText && keptLength < MOST_KEPT) {
            int more = Math.min(length, MOST_KEPT - keptLength);
            makeRoom(keptLength + more);
            System.arraycopy(piece, offset, kept, keptLength, more);
            keptLength += more;
        }
    }

    private void makeRoom(int needed) {
        if (needed > kept.length) {
            int size = Math.max(needed, Math.max(FIRST_KEPT, kept.length * 2));
            kept = Arrays.copyOf(kept, Math.min(MOST_KEPT, size));
        }
    }

    /** The beginning of the body, {@value #MOST_KEPT} bytes of it at most; empty where its type says that it is no text. */
    public byte[] beginning() {
        return Arrays.copyOf(kept, keptLength);
    }

    /**
     * What is recorded of the body.
     *
     * @param whole whether the body has come to its end: only then its digest means anything
     */
    public Body body(Redaction redaction, boolean whole) {
        String shownType = mediaType == null ? null : redaction.text(mediaType);
        if (bytes == 0) {
            return new Body(shownType, 0, null, null, false);
        }
        String sha256 = whole ? Sha256.hex(digest) : null;
        if (!mayBeText || (mediaType == null && !MediaType.looksLikeText(kept, keptLength))) {
            return new Body(shownType, bytes, sha256, null, false);
        }
        String text = new String(kept, 0, keptLength, MediaType.charset(mediaType));
        boolean truncated = !whole || keptLength < bytes || text.length() > Body.TEXT_KEPT;
        return new Body(
                shownType,
                bytes,
                sha256,
                truncated ? redaction.text(text, Math.min(text.length(), Body.TEXT_KEPT)) : redaction.text(text),
                truncated);
    }
}
