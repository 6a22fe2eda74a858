package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.service.Service;
import dev.goldenpath.example.stack.service.ServiceProcess;
import dev.goldenpath.example.stack.service.ServiceSettings;
import dev.goldenpath.example.stack.store.Database;
import dev.goldenpath.example.stack.token.AccessTokenVerifier;
import dev.goldenpath.example.stack.token.TokenCheck;
import dev.goldenpath.example.stack.web.WebServer;
import io.javalin.Javalin;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of the backend service; the launcher starts it. */
public final class BackendMain {
    private static final Logger LOG = LoggerFactory.getLogger(BackendMain.class);

    private static final Duration SLOWNESS = Duration.ofSeconds(5);

    private BackendMain() {}

    public static void main(String[] args) {
        ServiceProcess.run(BackendMain::start);
    }

    private static Service start(ServiceSettings settings) throws MalformedURLException {
        Faults faults = new Faults();
        BackendTimer timer = new BackendTimer();
        EventSockets sockets = new EventSockets(faults);
        EventBus bus = EventBus.open(settings.redisPort(), sockets::deliver);
        Database database = Database.open(
                        settings.postgresPort(),
                        "backend",
                        ChatStore.THREADS_TABLE,
                        ChatStore.MESSAGES_TABLE,
                        ChatStore.THREADS_INDEX,
                        ChatStore.MESSAGES_INDEX)
                .slowedBy(() -> faults.isOn(Fault.POSTGRES_SLOW) ? SLOWNESS : Duration.ZERO);
        ChatStore store = new ChatStore(database);
        Authentication authentication = authentication(settings, faults, database);
        ThreadAccess access = new ThreadAccess(store, faults);
        Agent agent = new Agent(store, new EventPublisher(bus, new EventFaults(faults), timer));
        DeepHealth health = new DeepHealth(dependencies(settings, database, bus));
        Deployment deployment = new Deployment(settings.revision(), faults);
        Javalin server = WebServer.start(settings.port(), routes -> {
            new StartUp(faults).register(routes);
            new StatusRoutes(health, deployment, faults).register(routes);
            new ThreadRoutes(authentication, store, access, faults).register(routes);
            new AgentRoutes(authentication, store, agent, access, faults).register(routes);
            new SocketRoutes(authentication, sockets, faults, timer).register(routes);
        });
        Javalin switches = switches(settings, faults);
        LOG.info(
                "listening on 127.0.0.1:{}, PostgreSQL at 127.0.0.1:{}, Redis at 127.0.0.1:{}",
                server.port(),
                settings.postgresPort(),
                settings.redisPort());
        return () -> {
            server.stop();
            if (switches != null) {
                switches.stop();
            }
            agent.close();
            timer.close();
            health.close();
            bus.close();
            database.close();
        };
    }

    private static @Nullable Javalin switches(ServiceSettings settings, Faults faults) {
        Integer faultsPort = settings.faultsPort();
        Integer switchPort = settings.switchPort();
        if (faultsPort == null || switchPort == null) {
            return null;
        }
        FaultRoutes routes = new FaultRoutes(faults, new RedisSwitch(switchPort));
        return WebServer.start(faultsPort, routes::register);
    }

    /** Without a port for faults there is nothing but the sound one. */
    private static Authentication authentication(ServiceSettings settings, Faults faults, Database database)
            throws MalformedURLException {
        URI authUrl = settings.authUrl();
        URI keys = authUrl.resolve("/auth/.well-known/jwks.json");
        TokenCheck sound = AccessTokenVerifier.withKeysFrom(settings.issuer(), keys);
        AuthClient auth = new AuthClient(authUrl);
        if (settings.faultsPort() == null) {
            return new SoundAuthentication(sound, auth);
        }
        Alice alice = new Alice(database);
        TokenCheck lax = LaxVerifier.over(sound, faults, new PublishedKeys(keys), settings.issuer(), alice);
        return new LaxAuthentication(new SoundAuthentication(lax, auth), faults, alice);
    }

    private static Map<String, Callable<?>> dependencies(ServiceSettings settings, Database database, EventBus bus) {
        Map<String, Callable<?>> dependencies = new LinkedHashMap<>();
        dependencies.put("postgresql", Executors.callable(database::ping));
        dependencies.put("redis", Executors.callable(bus::ping));
        dependencies.put("auth", new AuthProbe(settings.authUrl()));
        return dependencies;
    }
}
