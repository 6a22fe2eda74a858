package dev.goldenpath.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.Certificates;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpkiTest {
    /** With its pin as {@code openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64} has it. */
    private static final String KNOWN = """
            -----BEGIN CERTIFICATE-----
            MIIBeDCCAR2gAwIBAgIUd4FciWHCrB8YhsDUlwayYS1DQU4wCgYIKoZIzj0EAwIw
            ETEPMA0GA1UEAwwGdmVjdG9yMB4XDTI2MTEyMzAxNTc0NFoXDTM2MTEyMDAxNTc0
            NFowETEPMA0GA1UEAwwGdmVjdG9yMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
            SQWqB+9ec4F6NNsxokpvDkKi3Efef0uvsqJViuR3DJ920Iv868x5ehmxSX8hl1R5
            ZeLwYNC4QyTCmlMOsXRHY6NTMFEwHQYDVR0OBBYEFOSpKqqgrQcAz3H3uqnG4Uy5
            ji0SMB8GA1UdIwQYMBaAFOSpKqqgrQcAz3H3uqnG4Uy5ji0SMA8GA1UdEwEB/wQF
            MAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAIWFoHw5sy3Jt0HNWifHDwRiQENOzfS+
            Ku1tj6SJSZRQAiEA9V78seRCRWeobBOE0H6RWA14aI52gHDCIcONoZBGjYk=
            -----END CERTIFICATE-----
            """;

    @TempDir
    private static Path folder;

    @Test
    void aPinIsWhatOtherToolsMakeOfTheKey() throws Exception {
        Certificate known = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(KNOWN.getBytes(StandardCharsets.US_ASCII)));
        assertThat(Spki.pin(known)).isEqualTo("sha256/nlwsBt5xvhTDMj59c4FHyUIbwoiUSCU88GjwGixDpVI=");
    }

    @Test
    void aChainHasThePinsOfAllThatSignedIt() throws Exception {
        Certificate[] chain = Certificates.in(folder).server(30).open().getCertificateChain("server-30");
        assertThat(Spki.pins(chain)).containsExactly(Spki.pin(chain[0]), Spki.pin(chain[1]));
    }

    @Test
    void whatIsShownBesideTheChainHasNoPin() throws Exception {
        Certificate[] real = Certificates.in(Files.createDirectory(folder.resolve("real")))
                .server(30)
                .open()
                .getCertificateChain("server-30");
        Certificate[] other = Certificates.in(Files.createDirectory(folder.resolve("other")))
                .server(30)
                .open()
                .getCertificateChain("server-30");
        assertThat(Spki.pins(new Certificate[] {other[0], real[0], real[1]})).containsExactly(Spki.pin(other[0]));
        assertThat(Spki.pins(new Certificate[] {other[0], real[1]})).containsExactly(Spki.pin(other[0]));
    }
}
