package dev.goldenpath.jupiter;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.UserSession;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.users.UserLease;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Makes the clients that are injected, each of one service and as one user. Makes no call. Stateless. */
final class ClientInjection {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ClientInjection.class);

    private ClientInjection() {}

    /**
     * A client; closed with the context.
     *
     * @param environment {@code null} for the one that the configuration chooses
     * @param ofWholeClass whether it is injected into a class's own set-up or tear-down
     * @throws ConfigurationException when the environment does not tell its service or user
     * @throws ExtensionConfigurationException when nothing makes a client of this type
     */
    static Object client(
            InjectionPoint point, @Nullable String environment, boolean ofWholeClass, ExtensionContext context) {
        if (!point.isClient()) {
            throw new ExtensionConfigurationException("Nothing on the class path makes a "
                    + point.type().getName()
                    + ", which is annotated for injection. Injectable: "
                    + Clients.knownTypes().stream().map(Class::getName).sorted().toList() + ".");
        }
        RunSession session = RunSession.current();
        EnvironmentSession opened = session.environment(environment);
        ServiceEndpoint service = new ServiceChoice(point, opened.environment()).required();
        Caller caller = Caller.of(point);
        UserLease lease = caller.anyone()
                .map(anyone -> LeasedUsers.of(context, session).lease(anyone, opened))
                .orElse(null);
        String user = lease == null ? caller.name().orElse(null) : lease.user();
        Object client = opened.clients()
                .create(
                        point.type(),
                        service,
                        user,
                        HandleRecording.of(session, context, ofWholeClass, "client"),
                        lease == null ? userSession(context, user) : LeasedUsers.session(context, lease));
        if (client instanceof AutoCloseable closeable) {
            context.getStore(NAMESPACE).put(client, new ClosedWithStore(closeable));
        }
        return client;
    }

    /** Clients of one user in one test, or one class, share a session; each anonymous client is a stranger of its own. */
    private static UserSession userSession(ExtensionContext context, @Nullable String user) {
        return user == null
                ? new UserSession()
                : context.getStore(NAMESPACE)
                        .getOrComputeIfAbsent(
                                context.getUniqueId() + "|" + user, key -> new UserSession(), UserSession.class);
    }

    /** JUnit before 5.13 closes the one type, later ones ask for the other. */
    private record ClosedWithStore(AutoCloseable client)
            implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        @Override
        public void close() throws Exception {
            client.close();
        }
    }
}
