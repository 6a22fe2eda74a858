package dev.goldenpath.http;

import java.net.HttpCookie;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads {@code Set-Cookie} headers as browsers do, by RFC 6265: one cookie a header, its value as it stands. The JDK's own
 * reader splits at commas and takes quotes away.
 */
final class Cookies {
    private Cookies() {}

    static Stream<HttpCookie> in(String header) {
        String[] parts = header.split(";", -1);
        int equals = parts[0].indexOf('=');
        if (equals < 0) {
            return Stream.empty();
        }
        try {
            HttpCookie cookie = new HttpCookie(
                    parts[0].substring(0, equals).strip(),
                    parts[0].substring(equals + 1).strip());
            for (int i = 1; i < parts.length; i++) {
                int sign = parts[i].indexOf('=');
                String name = sign < 0 ? parts[i] : parts[i].substring(0, sign);
                attribute(
                        cookie,
                        name.strip().toLowerCase(Locale.ROOT),
                        sign < 0 ? "" : parts[i].substring(sign + 1).strip());
            }
            return Stream.of(cookie);
        } catch (IllegalArgumentException e) {
            // A name that no cookie can have.
            return Stream.empty();
        }
    }

    private static void attribute(HttpCookie cookie, String name, String value) {
        switch (name) {
            case "path" -> cookie.setPath(value);
            case "domain" -> cookie.setDomain(value);
            case "secure" -> cookie.setSecure(true);
            case "httponly" -> cookie.setHttpOnly(true);
            case "max-age" -> {
                if (value.matches("-?\\d{1,18}")) {
                    cookie.setMaxAge(Math.max(0, Long.parseLong(value)));
                }
            }
            case "expires" -> {
                if (cookie.getMaxAge() < 0) {
                    expires(cookie, value);
                }
            }
            default -> {
                // SameSite and what else there may come is for browsers.
            }
        }
    }

    private static void expires(HttpCookie cookie, String date) {
        try {
            Instant end = ZonedDateTime.parse(date.replace('-', ' '), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            cookie.setMaxAge(Math.max(0, Duration.between(Instant.now(), end).toSeconds()));
        } catch (DateTimeException e) {
            // A date that can't be read makes it a cookie of the session, as in browsers.
            return;
        }
    }
}
