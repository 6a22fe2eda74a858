package dev.goldenpath.http;

import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.Redaction;
import java.util.Map;
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

    /** The fields of a form, encoded as in a query; {@code null} where it is none. */
    default @Nullable String form() {
        return null;
    }

    /** The text parts of a multipart by name; empty where it is none. */
    default Map<String, String> parts() {
        return Map.of();
    }

    /** One sending of a body. */
    interface Sending {

        /** What the client writes. */
        HttpEntity entity();

        /** What was sent of it, up to now. */
        Body recorded(Redaction redaction);
    }
}
