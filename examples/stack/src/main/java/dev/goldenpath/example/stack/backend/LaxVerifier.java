package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.token.AccessToken;
import dev.goldenpath.example.stack.token.InvalidTokenException;
import dev.goldenpath.example.stack.token.TokenCheck;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a sound check first, and then lets in what there is a hole for: all that the hole is not about is still checked.
 * Thread-safe.
 */
final class LaxVerifier implements TokenCheck {
    private static final Set<Fault> HOLES = EnumSet.range(Fault.AUTH_GARBAGE, Fault.AUTH_TAMPERED);

    private final TokenCheck sound;
    private final Faults faults;
    private final SeenSignatures seen;
    private final SignatureHoles signatures;
    private final ClaimHoles claims;
    private final Alice alice;

    private LaxVerifier(
            TokenCheck sound,
            Faults faults,
            SeenSignatures seen,
            SignatureHoles signatures,
            ClaimHoles claims,
            Alice alice) {
        this.sound = sound;
        this.faults = faults;
        this.seen = seen;
        this.signatures = signatures;
        this.claims = claims;
        this.alice = alice;
    }

    static LaxVerifier over(TokenCheck sound, Faults faults, PublishedKeys keys, URI issuer, Alice alice) {
        SeenSignatures seen = new SeenSignatures();
        return new LaxVerifier(
                sound, faults, seen, new SignatureHoles(faults, keys, seen), new ClaimHoles(faults, issuer), alice);
    }

    @Override
    public AccessToken verify(String token) throws InvalidTokenException {
        Optional<RawToken> raw = RawToken.parse(token);
        try {
            AccessToken valid = sound.verify(token);
            raw.ifPresent(seen::add);
            return valid;
        } catch (InvalidTokenException refusal) {
            if (HOLES.stream().noneMatch(faults::isOn)) {
                throw refusal;
            }
            return (raw.isPresent() ? letIn(raw.get()) : letGarbageIn()).orElseThrow(() -> refusal);
        }
    }

    private Optional<AccessToken> letIn(RawToken token) {
        return token.isPlainlyAccessToken() && signatures.pass(token) ? claims.pass(token) : Optional.empty();
    }

    private Optional<AccessToken> letGarbageIn() {
        return faults.isOn(Fault.AUTH_GARBAGE) ? Optional.of(alice.token()) : Optional.empty();
    }
}
