package dev.goldenpath.cli;

import dev.goldenpath.evidence.Probe;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A probe in the words of the output.
 *
 * @param user whose login it was; absent where it was a service that was looked at
 * @param words line by line, at least one
 */
record Seen(Probe probe, @Nullable String user, List<String> words) {
    private static final String LOGIN = "login";
    private static final Pattern USER = Pattern.compile("user '([^']*)': (.*)", Pattern.DOTALL);

    static Seen of(Probe probe) {
        Matcher user = USER.matcher(probe.words());
        boolean login =
                !probe.checks().isEmpty() && probe.checks().get(0).kind().equals(LOGIN) && user.matches();
        List<String> words = (login ? user.group(2) : probe.words()).lines().toList();
        return new Seen(probe, login ? user.group(1) : null, words.isEmpty() ? List.of("not asked") : words);
    }

    static String subjectOfUser(String name) {
        return "user " + name;
    }

    /** What was looked at: the service's name, or {@code user alice}. */
    String subject() {
        return user == null ? probe.service() : subjectOfUser(user);
    }

    boolean isLogin() {
        return user != null;
    }

    boolean ready() {
        return probe.ready();
    }

    String state() {
        return probe.state().word();
    }

    /** The state, and who says so where that is another service. */
    String stateAndWhoSaysSo() {
        return state() + (probe.saidBy() == null ? "" : ", says " + probe.saidBy());
    }

    Style style() {
        return switch (probe.state()) {
            case HEALTHY -> Style.GOOD;
            case DEGRADED -> Style.WARNING;
            default -> Style.BAD;
        };
    }
}
