package dev.goldenpath.environment;

/**
 * A place and a JSON Pointer into the document found there, written {@code place#/pointer}.
 *
 * @param place a request path such as {@code /version}, or the name of a service
 * @param pointer RFC 6901, starting with a slash
 * @since 0.1.0
 */
public record PointerReference(String place, String pointer) {

    @Override
    public String toString() {
        return place + "#" + pointer;
    }
}
