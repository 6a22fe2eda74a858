package dev.goldenpath.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product with its faults, as somebody else would have started it. */
final class StackProcess implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final Set<String> on = new CopyOnWriteArraySet<>();

    private StackProcess(Process process) {
        this.process = process;
    }

    /** Starts it on free ports and waits until it is ready. */
    static StackProcess start(String revision) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", "../stack/target/goldenpath-example-stack.jar", "--faults", "0"));
        command.addAll(List.of("--issuer", "https://auth.agent-chat.example", "--revision", revision));
        command.addAll(List.of("--signing-key", "../stack/demo-signing-key.json"));
        StackProcess stack = new StackProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        CompletableFuture<Void> unused = CompletableFuture.runAsync(stack::read);
        try {
            Until.holds("the product is ready", LIMIT, () -> {
                if (!stack.process.isAlive()) {
                    throw new AssertionError("The product has ended: " + stack.output);
                }
                return stack.output.stream().anyMatch(line -> line.startsWith("ready in"));
            });
        } catch (AssertionError e) {
            stack.close();
            throw e;
        }
        return stack;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException e) {
            output.add("(the output ended: " + e + ")");
        }
    }

    /** Of {@code auth}, {@code backend}, {@code postgres} or {@code faults}. */
    int port(String name) {
        String words = name.equals("postgres") ? ".*PostgreSQL at " : name + " +http://";
        Pattern line = Pattern.compile("^" + words + "127\\.0\\.0\\.1:(\\d+)");
        return output.stream()
                .map(line::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    void switchOn(String fault) {
        on.add(fault);
        ask("PUT", fault);
    }

    void switchOff(String fault) {
        ask("DELETE", fault);
        on.remove(fault);
    }

    /** Switches everything off, and waits until the product says that it is well. */
    void mend() {
        on.forEach(this::switchOff);
        URI health = URI.create("http://127.0.0.1:" + port("backend") + "/api/health/ready");
        Until.holds("the product is well", LIMIT, () -> status("GET", health) == HttpURLConnection.HTTP_OK);
    }

    private void ask(String method, String fault) {
        URI uri = URI.create("http://127.0.0.1:" + port("faults") + "/faults/" + fault);
        int status = status(method, uri);
        if (status != HttpURLConnection.HTTP_NO_CONTENT) {
            throw new AssertionError(method + " " + uri + " → " + status);
        }
    }

    private static int status(String method, URI uri) {
        try {
            HttpURLConnection call = (HttpURLConnection) uri.toURL().openConnection();
            call.setRequestMethod(method);
            call.setConnectTimeout((int) LIMIT.toMillis());
            call.setReadTimeout((int) LIMIT.toMillis());
            return call.getResponseCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
