package dev.goldenpath.client;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Why no TLS connection came about, in the words that help most.
 *
 * @since 0.1.0
 */
public final class TlsReason {
    private static final int DEEPEST = 10;
    private static final Pattern ALERT = Pattern.compile("^\\([a-z_]+\\) ");

    private TlsReason() {}

    public static String of(Throwable thrown) {
        Throwable cause = thrown;
        String reason = words(thrown);
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            // The deepest that is known: what lies above it says the same in wider words.
            String known = known(cause, words(cause));
            reason = known == null ? reason : known;
            cause = cause.getCause();
        }
        return reason;
    }

    /** Without the name of the alert, which newer JDKs put before all else. */
    private static String words(Throwable thrown) {
        return ALERT.matcher(String.valueOf(thrown.getMessage())).replaceFirst("");
    }

    private static @Nullable String known(Throwable cause, String words) {
        if (cause instanceof CertificateExpiredException) {
            return "the certificate has expired: " + words;
        }
        if (cause instanceof CertificateNotYetValidException) {
            return "the certificate is not valid yet: " + words;
        }
        if (cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException) {
            return "no trusted issuer: " + words;
        }
        if (cause instanceof SSLPeerUnverifiedException
                || (cause instanceof CertificateException && words.startsWith("No "))) {
            return "the certificate is for another host: " + words;
        }
        if (words.startsWith("Unsupported or unrecognized SSL message")) {
            return "the service speaks no TLS: " + words;
        }
        return words.endsWith("bad_certificate") || words.endsWith("certificate_required")
                ? "the service misses the caller's certificate, or refuses it: " + words
                : null;
    }
}
