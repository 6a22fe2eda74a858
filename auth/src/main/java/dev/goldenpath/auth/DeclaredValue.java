package dev.goldenpath.auth;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.UserAccount;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What a user is declared with and nobody issues; on record from its first use. Thread-safe. */
final class DeclaredValue implements Supplier<String> {
    private final UserAccount user;
    private final String value;
    private final Clients clients;
    private final AtomicBoolean recorded = new AtomicBoolean();

    DeclaredValue(UserAccount user, String value, Clients clients) {
        this.user = user;
        this.value = value;
        this.clients = clients;
        clients.redaction().addValue(value);
        user.secrets().values().forEach(secret -> clients.redaction().addValue(secret.reveal()));
    }

    @Override
    public String get() {
        if (!recorded.get() && recorded.compareAndSet(false, true)) {
            new Issuance(user, clients).record(user.grant(), user.service().orElse(null), value, List.of(), null);
        }
        return value;
    }
}
