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
        String sha256 = whole && bytes > 0 ? Sha256.hex(digest) : null;
        return Body.recorded(mediaType, bytes, sha256, kept, keptLength, redaction);
    }
}
