package dev.goldenpath.readiness;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.UserAccount;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.readiness.IdentityAnswer.Outcome;

/** Whether a user gets in: logs in, and asks services that say who their caller is. */
final class LoginCheck {
    private final Clients clients;
    private final IdentityCheck identities;

    LoginCheck(Clients clients) {
        this.clients = clients;
        this.identities = new IdentityCheck(clients);
    }

    /** Asks once; never throws but for what is no outage. */
    Sight look(UserAccount user) {
        String who = "user '" + user.name() + "': ";
        try {
            RequestAuthorizer authorizer = clients.authorizer(user.name());
            authorizer.headers();
            authorizer.parameters();
            return known(user, who, authorizer.unproven() ? "has credentials" : "logged in");
        } catch (EnvironmentNotReadyException | ConfigurationException e) {
            return Sight.of(ServiceState.FAILED, who + e.getMessage());
        } catch (ServiceCallException e) {
            return Sight.of(ServiceState.UNREACHABLE, who + e.headline());
        }
    }

    private Sight known(UserAccount user, String who, String how) {
        StringBuilder words = new StringBuilder(who).append(how);
        for (ServiceEndpoint service : clients.environment().services().values()) {
            IdentityAnswer answer = identities.check(service.name(), user.name());
            if (answer.isAgainst()) {
                return Sight.of(ServiceState.FAILED, who + how + ", but " + answer.words());
            }
            if (answer.outcome() == Outcome.CONFIRMED) {
                words.append(", ").append(answer.words());
            }
        }
        return Sight.of(ServiceState.HEALTHY, words.toString());
    }
}
