package dev.goldenpath.http;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Real TLS servers, in a process of their own: one for each key store that is named after the trust store and the
 * password, the last but one of which demands a certificate of its caller, and the last of which speaks TLS 1.1 alone.
 * Each answers {@code safe}, but {@code GET /seen?<path>} with {@code true} once there was a request to that path. Prints
 * their ports, and ends when its standard input does.
 */
public final class TlsServer {
    /** The request lines of all callers. */
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private TlsServer() {}

    public static void main(String[] arguments) throws Exception {
        // Or the JDK would refuse to speak TLS 1.1 without a word to its caller.
        Security.setProperty("jdk.tls.disabledAlgorithms", "");
        StringBuilder ports = new StringBuilder();
        int last = arguments.length - 1;
        for (int i = 2; i <= last; i++) {
            SSLContext context = context(arguments[i], arguments[0], arguments[1].toCharArray());
            boolean mutual = i == last - 1;
            boolean outdated = i == last;
            ports.append(port(context, socket -> {
                        socket.setNeedClientAuth(mutual);
                        if (outdated) {
                            socket.setEnabledProtocols(new String[] {"TLSv1.1"});
                        }
                    }))
                    .append(' ');
        }
        System.out.println(ports.toString().trim());
        while (System.in.read() >= 0) {
            // Whoever started this holds the other end of the pipe.
        }
        System.exit(0);
    }

    private static SSLContext context(String own, String trusted, char[] password)
            throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(new File(own), password), password);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(new File(trusted), password));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static int port(SSLContext context, Consumer<SSLSocket> demands) throws IOException {
        ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ExecutorService threads = Executors.newCachedThreadPool();
        threads.execute(() -> {
            try {
                while (true) {
                    Socket wire = listening.accept();
                    threads.execute(() -> serve(wire, context, demands));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return listening.getLocalPort();
    }

    private static void serve(Socket wire, SSLContext context, Consumer<SSLSocket> demands) {
        try (wire) {
            answer(wire, context, demands);
            // Closed by the caller first, or what it has yet to read of an alert would be lost.
            wire.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The caller has gone away; that is its right.
            return;
        }
    }

    private static void answer(Socket wire, SSLContext context, Consumer<SSLSocket> demands) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(wire, null, wire.getPort(), false);
        socket.setUseClientMode(false);
        demands.accept(socket);
        try {
            socket.startHandshake();
        } catch (SSLException e) {
            // The alert that tells the caller is on its way.
            return;
        }
        BufferedReader head =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String request = "";
        for (String line = head.readLine(); line != null; line = head.readLine()) {
            if (request.isEmpty()) {
                request = line;
                SEEN.add(line);
            }
            if (line.isEmpty()) {
                socket.getOutputStream().write(answer(request).getBytes(StandardCharsets.UTF_8));
                request = "";
            }
        }
    }

    private static String answer(String request) {
        String body = "safe";
        if (request.startsWith("GET /seen?")) {
            body = Boolean.toString(SEEN.contains(request.replace("/seen?", "")));
        }
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
