package dev.goldenpath.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdmittedUserTest {
    private final List<String> asked = new ArrayList<>();
    private final RequestAuthorizer admitted =
            new AdmittedUser(new Partner(), "backend", (service, user) -> asked.add(service + " " + user));

    @Test
    void whatTheUserFillsItselfIsKnownWithoutBeingAdmitted() {
        assertThat(admitted.ownHeaders()).containsExactly("X-Partner");
        assertThat(admitted.ownParameters()).containsExactly("partner");
        assertThat(asked).isEmpty();
    }

    @Test
    void isAdmittedOnceBeforeItsFirstCall() {
        assertThat(admitted.headers()).containsEntry("X-Partner", "key");
        assertThat(admitted.parameters()).containsEntry("partner", "key");
        assertThat(asked).containsExactly("backend partner");
    }

    private record Partner() implements RequestAuthorizer {
        @Override
        public String user() {
            return "partner";
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("X-Partner", "key");
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("partner", "key");
        }

        @Override
        public Set<String> ownHeaders() {
            return Set.of("X-Partner");
        }

        @Override
        public Set<String> ownParameters() {
            return Set.of("partner");
        }

        @Override
        public Optional<String> token() {
            return Optional.empty();
        }
    }
}
