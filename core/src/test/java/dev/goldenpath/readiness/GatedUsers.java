package dev.goldenpath.readiness;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.UserProvider;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.UserAccount;
import dev.goldenpath.evidence.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Users whose log-in goes on until there is a file, which says how it ends. */
public final class GatedUsers implements UserProvider {

    @Override
    public boolean knows(String grant) {
        return grant.equals("gated");
    }

    @Override
    public Set<String> grants() {
        return Set.of("gated");
    }

    @Override
    public RequestAuthorizer authorizer(UserAccount user, Clients clients) {
        return new Gated(user.name(), Path.of(user.username().orElseThrow()));
    }

    @Override
    public void close() {
        // Nothing is shared.
    }

    private record Gated(String user, Path gate) implements RequestAuthorizer {
        @Override
        public Map<String, String> headers() {
            return Map.of();
        }

        @Override
        public Optional<String> token() {
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!Files.exists(gate) && System.nanoTime() < deadline) {
                LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
            }
            return switch (words()) {
                case "outage" ->
                    throw new EnvironmentNotReadyException("The issuer is away.", List.of(Fact.of("seen", "nothing")));
                case "configuration" -> throw new ConfigurationException("The issuer is another.", List.of());
                case "defect" -> throw new IllegalStateException("a defect");
                default -> Optional.empty();
            };
        }

        private String words() {
            try {
                return Files.readString(gate);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
