package dev.goldenpath.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * The service that a starter project tests.
 *
 * @param origin its address without a path
 * @param path what its first test asks for, with the slash
 * @param local whether it is on this machine, or on its link
 */
record StarterTarget(String origin, String path, boolean local) {
    private static final Pattern LOCAL = Pattern.compile(
            "localhost|.*\\.localhost|127\\..*|0\\.0\\.0\\.0|169\\.254\\..*|\\[::1?]|\\[fe[89ab].*",
            Pattern.CASE_INSENSITIVE);

    /**
     * The one at this address.
     *
     * @throws StarterRefusedException when it is no address of a service
     */
    static StarterTarget of(String url) throws StarterRefusedException {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw refused(url, "it is no URL");
        }
        String scheme = String.valueOf(uri.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refused(url, "it begins neither with http:// nor with https://");
        }
        if (uri.getHost() == null) {
            throw refused(url, "it has no host");
        }
        if (uri.getRawUserInfo() != null) {
            throw refused(url, "it has a user in it, and credentials belong in 'users' of goldenpath.yaml");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw refused(url, "it has a query or a fragment");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new StarterTarget(
                scheme + "://" + uri.getHost() + port,
                path,
                LOCAL.matcher(uri.getHost()).matches());
    }

    private static StarterRefusedException refused(String url, String why) {
        return new StarterRefusedException("--url " + url + " is not the address of a service: " + why
                + ". Give one such as https://api.staging.example.com or http://localhost:8080/health.");
    }
}
