package dev.goldenpath.readiness;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a probe of a connection goes. */
record HostAndPort(String host, int port) {
    private static final Pattern FORM = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\s/]+):(\\d{1,5})");
    private static final int HIGHEST = 65_535;

    /** @throws IllegalArgumentException with the end of a sentence */
    static HostAndPort of(String text) {
        Matcher matcher = FORM.matcher(text);
        int port = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
        if (port < 1 || port > HIGHEST) {
            throw new IllegalArgumentException("is no host:port such as db.example.com:5432");
        }
        return new HostAndPort(matcher.group(1), port);
    }

    /** The host without the brackets of an IPv6 address. */
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
