package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.benchmarks.frame.BareClient;
import dev.goldenpath.client.LightThreads;
import dev.goldenpath.evidence.HttpExchange;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/** As many threads of the same kind, each with the bare clients; a call is the work of all. */
final class BareUsers implements Variant {
    private final UsersWork work;
    private final BareTyrus tyrus = new BareTyrus();
    /** Tyrus ends threads whenever its last session closes, and a connect that begins just then can hang. */
    private final Session keeper;

    private final List<BareHttp> users = new ArrayList<>();

    /** @param sample of the library's calls, for these to send the same headers */
    BareUsers(UsersWork work, HttpExchange sample) throws IOException {
        this.work = work;
        // One pool of connections for all, as the library has.
        CloseableHttpClient client = BareClient.of(work.http().getHost());
        for (String token : work.tokens()) {
            users.add(new BareHttp(client, work.http().resolve("/orders"), SentHeaders.of(sample, token)));
        }
        keeper = tyrus.connect(new EchoEndpoint(), work.socket());
    }

    @Override
    public void call() throws IOException {
        CyclicBarrier start = new CyclicBarrier(users.size());
        List<Callable<BareHttp>> lives = new ArrayList<>();
        for (BareHttp user : users) {
            lives.add(() -> {
                start.await(UsersWork.LIMIT.toSeconds(), TimeUnit.SECONDS);
                live(user);
                return user;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(users.size(), LightThreads.named("bare-user-"));
        try {
            for (Future<BareHttp> ended : threads.invokeAll(lives, UsersWork.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                if (ended.isCancelled()) {
                    throw new IOException("The bare clients are not done after " + UsersWork.LIMIT + ".");
                }
                ended.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("A bare client has failed.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the bare clients were at work.", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void live(BareHttp http) throws IOException {
        Events events = new Events();
        EchoEndpoint endpoint = new EchoEndpoint();
        try (Session session = tyrus.connect(endpoint, work.socket())) {
            for (int i = 0; i < work.iterations(); i++) {
                http.call();
                endpoint.roundTrip(session, events.next());
            }
        }
    }

    @Override
    public void close() throws IOException {
        keeper.close();
        tyrus.close();
        for (BareHttp user : users) {
            user.close();
        }
    }
}
