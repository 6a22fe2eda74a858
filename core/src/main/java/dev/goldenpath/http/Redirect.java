package dev.goldenpath.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where an answer sends its request on to. */
final class Redirect {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirect() {}

    /**
     * The request to send next; empty when the answer is no redirect, or one to something that is no web address.
     *
     * @throws IllegalArgumentException when its {@code Location} can't be read, or names no host
     */
    static Optional<OutgoingRequest> after(OutgoingRequest request, ServiceResponse answer) {
        if (!STATUSES.contains(answer.status())) {
            return Optional.empty();
        }
        return answer.header("Location")
                .map(location -> resolved(request.url(), URI.create(location)))
                .filter(target ->
                        "http".equalsIgnoreCase(target.getScheme()) || "https".equalsIgnoreCase(target.getScheme()))
                .map(target -> to(withHost(withoutFragment(target)), request, answer.status()));
    }

    private static OutgoingRequest to(URI target, OutgoingRequest request, int status) {
        boolean sameOrigin = origin(target).equals(origin(request.url()));
        boolean sameRequest = !becomesGet(request.method(), status);
        Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
        headers.keySet()
                .removeIf(name -> (!sameOrigin && request.context().redaction().isSecretHeader(name))
                        || (!sameRequest && name.equalsIgnoreCase("Content-Type")));
        return new OutgoingRequest(
                request.context(),
                sameRequest ? request.method() : "GET",
                target,
                headers,
                sameRequest ? request.body() : null,
                request.ofUser() && sameOrigin);
    }

    private static boolean becomesGet(String method, int status) {
        return switch (status) {
            case 301, 302 -> method.equals("POST");
            case 303 -> !method.equals("GET") && !method.equals("HEAD");
            default -> false;
        };
    }

    /** Whether both are of the same scheme, host and port. */
    static boolean isSameOrigin(URI one, URI other) {
        return origin(one).equals(origin(other));
    }

    private static String origin(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(url.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** As the standard has it: the JDK takes a reference without a path for one to the folder. */
    private static URI resolved(URI base, URI location) {
        boolean pathless = location.getScheme() == null
                && location.getRawAuthority() == null
                && location.getRawPath().isEmpty();
        if (!pathless) {
            return base.resolve(location);
        }
        String query = location.getRawQuery();
        return query == null ? base : URI.create(base.toString().replaceFirst("[?].*", "") + "?" + query);
    }

    private static URI withHost(URI target) {
        if (target.getHost() == null) {
            throw new IllegalArgumentException("no host in " + target);
        }
        return target;
    }

    private static URI withoutFragment(URI target) {
        String text = target.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? target : URI.create(text.substring(0, hash));
    }
}
