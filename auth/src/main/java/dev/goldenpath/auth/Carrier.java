package dev.goldenpath.auth;

import dev.goldenpath.evidence.Redaction;
import java.util.Map;
import java.util.Set;

/**
 * Where in a call stands what makes it the user's.
 *
 * @param place the part of the call
 * @param name of the header, the query parameter or the cookie
 * @param before what stands there before the value
 */
record Carrier(Place place, String name, String before) {

    /** A part of a call. */
    enum Place {
        HEADER,
        PARAMETER
    }

    private static final String AUTHORIZATION = "Authorization";

    /** A bearer token. */
    static final Carrier BEARER = header(AUTHORIZATION, "Bearer ");

    /** A name and a password, joined and encoded. */
    static final Carrier BASIC = header(AUTHORIZATION, "Basic ");

    static Carrier header(String name, String before) {
        return new Carrier(Place.HEADER, name, before);
    }

    static Carrier parameter(String name) {
        return new Carrier(Place.PARAMETER, name, "");
    }

    static Carrier cookie(String name) {
        return header("Cookie", name + "=");
    }

    /** The headers that a test can't set itself; a cookie may stand beside others. */
    Set<String> ownHeaders() {
        boolean alone =
                place == Place.HEADER && !name.equalsIgnoreCase("Cookie") && !name.equalsIgnoreCase(AUTHORIZATION);
        return alone ? Set.of(AUTHORIZATION, name) : Set.of(AUTHORIZATION);
    }

    /** The query parameters that a test can't set itself. */
    Set<String> ownParameters() {
        return place == Place.PARAMETER ? Set.of(name) : Set.of();
    }

    Map<String, String> headers(String value) {
        return place == Place.HEADER ? Map.of(name, before + value) : Map.of();
    }

    Map<String, String> parameters(String value) {
        return place == Place.PARAMETER ? Map.of(name, value) : Map.of();
    }

    /** Masks what stands there, wherever it is recorded. */
    void mask(Redaction redaction) {
        if (place == Place.HEADER) {
            redaction.addHeader(name);
        } else {
            redaction.addField(name);
        }
    }
}
