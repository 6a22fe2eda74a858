package dev.goldenpath.auth;

import dev.goldenpath.client.RequestAuthorizer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A user whose calls carry one value in one place. Thread-safe. */
final class CarryingUser implements RequestAuthorizer {
    private final String name;
    private final Carrier carrier;
    private final Supplier<String> value;
    private final Supplier<Optional<String>> atHand;
    private final boolean unproven;

    /**
     * A user.
     *
     * @param value asked at each call; may log in, or refresh, first
     * @param atHand the same without any call, where it may have changed; empty where it never does, or is not there yet
     * @param unproven whether nobody has issued the value to this run
     */
    CarryingUser(
            String name, Carrier carrier, Supplier<String> value, Supplier<Optional<String>> atHand, boolean unproven) {
        this.name = name;
        this.carrier = carrier;
        this.value = value;
        this.atHand = atHand;
        this.unproven = unproven;
    }

    @Override
    public String user() {
        return name;
    }

    /** Where the value stands. */
    Carrier carrier() {
        return carrier;
    }

    /** The value itself; may log in, or refresh, first. */
    String value() {
        return value.get();
    }

    @Override
    public Map<String, String> headers() {
        return carrier.place() == Carrier.Place.HEADER ? carrier.headers(value.get()) : Map.of();
    }

    @Override
    public Map<String, String> headersAtHand() {
        return atHand.get().map(carrier::headers).orElse(Map.of());
    }

    @Override
    public Map<String, String> parameters() {
        return carrier.place() == Carrier.Place.PARAMETER ? carrier.parameters(value.get()) : Map.of();
    }

    @Override
    public Set<String> ownHeaders() {
        return carrier.ownHeaders();
    }

    @Override
    public Set<String> ownParameters() {
        return carrier.ownParameters();
    }

    @Override
    public Optional<String> token() {
        return carrier.equals(Carrier.BEARER) ? Optional.of(value.get()) : Optional.empty();
    }

    @Override
    public boolean unproven() {
        return unproven;
    }

    @Override
    public String toString() {
        return name;
    }
}
