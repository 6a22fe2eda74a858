package dev.goldenpath.readiness;

import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.evidence.Recording;
import java.time.Duration;
import java.time.Instant;

/** Tells of a certificate that will expire soon. */
final class CertificateNotice {
    private CertificateNotice() {}

    static void tell(ServiceWatch watch, Instant now, Recording recording) {
        Duration notice = watch.service().probes().certificateNotice();
        watch.certificateExpires()
                .filter(expires -> expires.isBefore(now.plus(notice)))
                .ifPresent(expires -> recording.find(Finding.inTraffic(
                        "certificate",
                        Effect.WARNING,
                        "The certificate of service '" + watch.service().name() + "' expires at " + expires,
                        "Renew it. How long before that is told: 'certificate-notice'.")));
    }
}
