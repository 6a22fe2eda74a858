package dev.goldenpath.auth;

/** What a service is asked when a user needs a token. */
enum Ask {
    /** With name and password, in the service's own JSON shape. */
    LOGIN("login", "could not log in to", "login.path"),
    /** The same, for a cookie. */
    SESSION("session", "could not log in to", "login.path"),
    /** With the refresh token that came with the token before, in the service's own JSON shape. */
    REFRESH("refresh", "could not refresh the token of", "login.refresh-path"),
    /** As an OAuth client, for itself. */
    CLIENT_CREDENTIALS("client-credentials", "got no token with its client credentials from", "tokens.discovery"),
    /** As an OAuth client, with a user's name and password. */
    PASSWORD("password", "got no token with its password from", "tokens.discovery"),
    /** As an OAuth client, with a refresh token. */
    REFRESH_TOKEN("refresh-token", "got no token with its refresh token from", "tokens.discovery"),
    /** Nothing but the keys: the token is signed here. */
    JWT("jwt", "can't sign tokens of", "tokens.keys");

    private final String label;
    private final String failing;
    private final String key;

    Ask(String label, String failing, String key) {
        this.label = label;
        this.failing = failing;
        this.key = key;
    }

    /** The word for evidence, and for the purpose of the call. */
    String label() {
        return label;
    }

    /** The key below the service that says where it is asked. */
    String key() {
        return key;
    }

    /** The headline when it fails. */
    String headline(String user, String service) {
        return "User '" + user + "' " + failing + " service '" + service + "'.";
    }
}
