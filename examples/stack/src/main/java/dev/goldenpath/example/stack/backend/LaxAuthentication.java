package dev.goldenpath.example.stack.backend;

import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.util.Optional;
import java.util.function.Function;

/** Asks a sound one, and makes of its refusals what the faults that are on want. Thread-safe. */
final class LaxAuthentication implements Authentication {
    private final Authentication sound;
    private final Faults faults;
    private final Alice alice;

    LaxAuthentication(Authentication sound, Faults faults, Alice alice) {
        this.sound = sound;
        this.faults = faults;
        this.alice = alice;
    }

    @Override
    public Caller require(Context request) {
        return orAlice(request, sound::require);
    }

    @Override
    public Caller requireOfHandshake(Context handshake) {
        return orAlice(handshake, sound::requireOfHandshake);
    }

    @Override
    public Optional<Caller> findInHandshake(Context handshake) {
        return orLeak(handshake, sound::findInHandshake);
    }

    @Override
    public Caller ofToken(String token) {
        return sound.ofToken(token);
    }

    private Caller orAlice(Context request, Function<Context, Caller> authentication) {
        return orLeak(request, sent -> {
            try {
                return authentication.apply(sent);
            } catch (NoCredentials refusal) {
                if (faults.isOn(Fault.AUTH_NO_TOKEN)) {
                    return Caller.by(alice.token());
                }
                throw refusal;
            }
        });
    }

    private <T> T orLeak(Context request, Function<Context, T> authentication) {
        try {
            return authentication.apply(request);
        } catch (UnauthorizedResponse refusal) {
            throw faults.isOn(Fault.AUTH_LEAK) ? LeakyRefusal.of(refusal, request) : refusal;
        }
    }
}
