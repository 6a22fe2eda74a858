package dev.goldenpath.report;

import dev.goldenpath.cause.RootCause;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** By which a note finds what it is about again: the same each time the reports of a run are made. */
final class NoteKey {
    /** What people note of the whole run. */
    static final String GENERAL = "general";

    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9._]+");
    private static final int LONGEST = 60;
    private static final int DIGITS = 8;

    private NoteKey() {}

    /** By the service at the root where there is one, for the words for its state may change while a run goes on. */
    static String of(RootCause cause) {
        String service = cause.service();
        if (service == null) {
            return "cause:" + digits(cause.headline());
        }
        boolean revision = cause.headline().startsWith(service + " runs ");
        return "cause:" + plain(service) + (revision ? ":revision" : "");
    }

    /** By the first test of the group and the fingerprint of its failure, or the words that all of them share. */
    static String of(List<LoggedTest> group) {
        LoggedTest first = group.get(0);
        String why = first.last()
                .map(LoggedAttempt::failure)
                .map(LoggedFailure::fingerprint)
                .or(() -> Causes.why(first))
                .orElse("");
        return "tests:" + plain(NotPassed.nameOf(first)) + ":"
                + digits(first.plan().test() + "\n" + why);
    }

    private static String plain(String text) {
        String plain = OTHER.matcher(text).replaceAll("-").replaceAll("-+$", "");
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }

    private static String digits(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
