package dev.goldenpath.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Who a service says the caller is, when it is called as a test user.
 *
 * @param service name of the declared service
 * @param user name of the test user it was asked as
 * @param says the service's own words, redacted; absent where it did not say
 * @param confirmed whether that is this user
 * @since 0.1.0
 */
public record Identity(
        String service, String user, @Nullable String says, boolean confirmed) implements Evidence {
    /** What {@link #kind()} says. */
    public static final String KIND = "identity";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean answered() {
        return false;
    }
}
