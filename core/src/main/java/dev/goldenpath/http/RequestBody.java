package dev.goldenpath.http;

import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.Redaction;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** What a request carries. May be sent several times. */
interface RequestBody {

    /** The media type to declare; {@code null} for none. */
    @Nullable
    String mediaType();

    /** How many bytes its record holds on to until it is put into words. */
    int weight();

    /** The body for one exchange. */
    Sending begin();

    /** One sending of a body. */
    interface Sending {

        /** What the client writes. */
        HttpEntity entity();

        /** What was sent of it, up to now. */
        Body recorded(Redaction redaction);
    }
}
