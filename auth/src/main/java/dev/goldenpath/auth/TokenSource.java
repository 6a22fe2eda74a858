package dev.goldenpath.auth;

/** How a token is asked for. */
enum TokenSource {
    /** With name and password. */
    LOGIN("login", "could not log in to"),
    /** With the refresh token that came with the token before. */
    REFRESH("refresh", "could not refresh the token of");

    private final String label;
    private final String failing;

    TokenSource(String label, String failing) {
        this.label = label;
        this.failing = failing;
    }

    /** The word for evidence. */
    String label() {
        return label;
    }

    /** The headline when it fails. */
    String headline(String user, String service) {
        return "User '" + user + "' " + failing + " service '" + service + "'.";
    }
}
