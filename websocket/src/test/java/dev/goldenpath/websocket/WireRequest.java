package dev.goldenpath.websocket;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The request of a handshake, as the server reads it. */
record WireRequest(String head) {

    static WireRequest read(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return new WireRequest(head.toString());
    }

    /** A part of the path; empty where it is shorter. */
    String segment(int index) {
        String target = head.split(" ")[1];
        List<String> segments =
                List.of(target.substring(1).replaceFirst("\\?.*", "").split("/"));
        return index < segments.size() ? segments.get(index) : "";
    }

    String accepted() throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((header("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                            .getBytes(StandardCharsets.US_ASCII));
            return accept(Base64.getEncoder().encodeToString(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }

    String accept(String key) {
        String chosen = segment(0).equals("subprotocol") ? segment(1) : "";
        if (segment(0).equals("ws")) {
            chosen = header("Sec-WebSocket-Protocol").split(",")[0];
        }
        String subprotocol = chosen.isEmpty() ? "" : "Sec-WebSocket-Protocol: " + chosen + "\r\n";
        String cookies = segment(0).equals("cookies")
                ? "Set-Cookie: session=" + (segment(1).isEmpty() ? "s1" : segment(1))
                        + "; Path=/; Expires=Wed, 09 Jun 2100 10:18:14 GMT\r\nSet-Cookie: theme=dark\r\n"
                        + "Set-Cookie: other=x; Domain=elsewhere.example.com\r\n"
                : "";
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" + cookies
                + subprotocol + "Sec-WebSocket-Accept: " + key + "\r\n\r\n";
    }

    /** The first header of this name; empty when there is none. */
    String header(String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
