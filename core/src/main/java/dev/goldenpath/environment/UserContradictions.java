package dev.goldenpath.environment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds users whose services can't give them what they need. */
final class UserContradictions {
    /** The user name that stands for no user. */
    private static final String ANONYMOUS = "anonymous";

    private final Environment environment;
    private final Reading reading;
    private final List<ConfigurationProblem> found;

    UserContradictions(Environment environment, Reading reading, List<ConfigurationProblem> found) {
        this.environment = environment;
        this.reading = reading;
        this.found = found;
    }

    void check(UserAccount user, String path) {
        if (user.name().equals(ANONYMOUS)) {
            add(path, path + ": the name '" + ANONYMOUS + "' stands for no user at all", "Choose another.");
        }
        if (user.grant().equals("api-key")
                && user.text("header").isPresent() == user.text("parameter").isPresent()) {
            add(
                    path,
                    path + " has " + (user.text("header").isPresent() ? "both 'header' and" : "neither 'header' nor")
                            + " 'parameter'",
                    "Give exactly one: the name of the header, or of the query parameter, that its key goes in.");
        }
        String service = user.service().orElse(null);
        if (service == null || isKnown(path + ".service")) {
            return;
        }
        ServiceEndpoint issuer = environment.services().get(service);
        if (issuer == null) {
            add(
                    path + ".service",
                    path + ".service names '"
                            + reading.writtenWithVariables(path + ".service").orElse(service)
                            + "', which is not declared"
                            + Closest.hint(service, environment.services().keySet()),
                    "Declare it under services.");
        } else {
            check(user, issuer, path);
        }
    }

    private void check(UserAccount user, ServiceEndpoint issuer, String path) {
        LoginEndpoint login = issuer.login();
        TokenSettings tokens = issuer.tokens();
        switch (user.grant()) {
            case "login" -> {
                needs(user, path, login, "login", "Describe its login");
                needs(user, path, login == null ? path : login.token(), "login.token", "Say where its token stands");
            }
            case "session" -> {
                needs(user, path, login, "login", "Describe its login");
                needs(user, path, login == null ? path : login.cookie(), "login.cookie", "Name the cookie it sets");
            }
            case "client-credentials", "password", "refresh-token" ->
                needs(
                        user,
                        path,
                        tokens == null ? null : tokens.discovery(),
                        "tokens.discovery",
                        "Say where it stands");
            case "jwt" ->
                needs(
                        user,
                        path,
                        tokens == null ? null : tokens.signing(),
                        "tokens.signing",
                        "Give the key to sign with");
            default -> {}
        }
    }

    private void needs(UserAccount user, String path, @Nullable Object declared, String key, String remedy) {
        if (declared == null) {
            add(
                    path + ".grant",
                    path + ".grant is '" + user.grant() + "', but service '" + user.required("service")
                            + "' declares no '" + key + "'",
                    remedy + " under services." + user.required("service") + "." + key + ".");
        }
    }

    private boolean isKnown(String path) {
        return reading.problems().stream().anyMatch(problem -> problem.what().startsWith(path));
    }

    private void add(String path, String what, String remedy) {
        found.add(new ConfigurationProblem(reading.originOf(path), what, remedy));
    }
}
