package dev.goldenpath.auth;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What Linux tells in {@code /proc} of the sockets that a process has open. */
final class SocketTable {
    private static final int LOCAL_ADDRESS = 1;
    private static final int INODE = 9;

    private SocketTable() {}

    /** The own address of every TCP and UDP socket of this process, listening or not. */
    static List<InetSocketAddress> localAddresses(ProcessHandle process) throws IOException {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        Set<String> inodes = inodes(folder.resolve("fd"));
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            Path file = folder.resolve("net").resolve(table);
            if (!Files.exists(file)) {
                continue;
            }
            for (String line : Files.readAllLines(file)) {
                String[] columns = line.strip().split("\\s+", 0);
                if (inodes.contains(columns[INODE])) {
                    addresses.add(address(columns[LOCAL_ADDRESS]));
                }
            }
        }
        return addresses;
    }

    /** @param text such as {@code 0100007F:A231}, the address in words of four bytes, each from its end */
    static InetSocketAddress address(String text) throws IOException {
        int colon = text.indexOf(':');
        byte[] bytes = HexFormat.of().parseHex(text.substring(0, colon));
        byte[] address = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            address[i] = bytes[i - i % 4 + 3 - i % 4];
        }
        return new InetSocketAddress(
                InetAddress.getByAddress(address), Integer.parseInt(text.substring(colon + 1), 16));
    }

    private static Set<String> inodes(Path descriptors) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> files = Files.list(descriptors)) {
            for (Path file : files.toList()) {
                String target = target(file);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        return inodes;
    }

    private static String target(Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException e) {
            // closed since it was listed
            return "";
        }
    }
}
