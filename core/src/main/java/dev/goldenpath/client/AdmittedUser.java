package dev.goldenpath.client;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A user whose calls to one service are let through first; asked once. Thread-safe. */
final class AdmittedUser implements RequestAuthorizer {
    private final RequestAuthorizer user;
    private final String service;
    private final UserAdmission admission;
    private volatile boolean admitted;

    AdmittedUser(RequestAuthorizer user, String service, UserAdmission admission) {
        this.user = user;
        this.service = service;
        this.admission = admission;
    }

    @Override
    public String user() {
        return user.user();
    }

    @Override
    public Map<String, String> headers() {
        admit();
        return user.headers();
    }

    @Override
    public Map<String, String> headersAtHand() {
        return user.headersAtHand();
    }

    @Override
    public Map<String, String> parameters() {
        admit();
        return user.parameters();
    }

    @Override
    public Set<String> ownHeaders() {
        return user.ownHeaders();
    }

    @Override
    public Set<String> ownParameters() {
        return user.ownParameters();
    }

    @Override
    public Optional<String> token() {
        admit();
        return user.token();
    }

    @Override
    public boolean unproven() {
        return user.unproven();
    }

    private void admit() {
        if (!admitted) {
            admission.require(service, user());
            admitted = true;
        }
    }

    @Override
    public String toString() {
        return user.toString();
    }
}
