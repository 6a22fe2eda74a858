package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.Certificates;
import dev.goldenpath.Certificates.Issued;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsSettingsTest {
    private static final String TLS = "environments.a.services.b.tls";

    @TempDir
    private static Path folder;

    private static Issued client;

    @BeforeAll
    static void makeFiles() throws Exception {
        Certificates certificates = Certificates.in(folder);
        client = certificates.client("client", 30);
        String authority = Files.readString(certificates.authorityPem());
        certificates.authorityStore();
        write("bundle.pem", "# staging\n" + authority + "# production\n" + authority);
        write("cut.pem", authority + authority.substring(0, authority.length() / 2));
        write("key.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        write("notes.txt", "nothing of the kind");
        Files.write(folder.resolve("cut.p12"), Arrays.copyOf(Files.readAllBytes(client.keyStore()), 300));
        store("trust.jks", "JKS", Certificates.PASSWORD);
        store("other-key-password.jks", "JKS", "another");
    }

    @Test
    void theJvmsOwnTrustCountsUnlessSomethingElseIsNamed() {
        assertThat(project("").load().service("b").tls()).isNull();
    }

    @Test
    void aPemFileIsTrustedWholeAndAlone() throws Exception {
        TlsSettings tls =
                project("tls: { trust: bundle.pem }").load().service("b").tls();
        assertThat(Collections.list(tls.trust().aliases())).containsExactlyInAnyOrder("1", "2");
        assertThat(tls.trust().isCertificateEntry("2")).isTrue();
        assertThat(tls.trustPassword()).isNull();
        assertThat(tls.identity()).isNull();
        assertThat(tls.origin()).hasToString("goldenpath.yaml:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trust.p12", "trust.jks"})
    void aKeyStoreOfEitherFormIsTrusted(String file) throws Exception {
        Environment environment = project("tls: { trust: " + file + ", trust-password: '${PASSWORD}' }")
                .variable("PASSWORD", Certificates.PASSWORD)
                .load();
        assertThat(environment.service("b").tls().trust().isCertificateEntry("authority"))
                .isTrue();
        assertThat(environment.secrets()).extracting(Secret::reveal).containsExactly(Certificates.PASSWORD);
        assertThat(environment.toString()).doesNotContain(Certificates.PASSWORD);
    }

    @Test
    void aClientShowsItsCertificate() throws Exception {
        Environment environment = project("tls: { certificate: client.p12, certificate-password: '${PASSWORD}' }")
                .variable("PASSWORD", Certificates.PASSWORD)
                .load();
        TlsSettings tls = environment.service("b").tls();
        assertThat(tls.identity().getCertificate("client")).isEqualTo(client.certificate());
        assertThat(tls.identityPassword().reveal()).isEqualTo(Certificates.PASSWORD);
        assertThat(environment.secrets()).extracting(Secret::reveal).containsExactly(Certificates.PASSWORD);
    }

    @Test
    void aServiceMayBePinnedWhateverIsTrusted() {
        String first = "sha256/" + "A".repeat(43) + "=";
        String second = "sha256/" + "+/8A".repeat(10) + "AAA=";
        TlsSettings tls = project("tls: { pins: [" + first + ", " + second + "] }")
                .load()
                .service("b")
                .tls();
        assertThat(tls.pins()).containsExactly(first, second);
        assertThat(tls.trust()).isNull();
        assertThat(project("tls: { pins: " + first + " }")
                        .load()
                        .service("b")
                        .tls()
                        .pins())
                .containsExactly(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha1/AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=",
                "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "sha256/___AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "sha256/",
            })
    void aPinIsTheBase64OfADigest(String pin) {
        assertThat(project("tls: { pins: '" + pin + "' }").problems())
                .containsExactly("goldenpath.yaml:1  " + TLS + ".pins: '" + pin + "' is no pin: sha256/ and the Base64"
                        + " of a SHA-256 digest, 44 characters that end in '='. Correct it.");
    }

    @Test
    void aFileMayBeNamedByItsWholePathAndByAnOverride() {
        assertThat(project("")
                        .property(
                                "goldenpath.services.b.tls.trust",
                                folder.resolve("bundle.pem").toString())
                        .load()
                        .service("b")
                        .tls()
                        .trust())
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cut.pem   | is PEM, but certificate 2 in it can't be read
            key.pem   | is PEM, but holds no certificate
            notes.txt | is neither PEM nor a key store (PKCS12 or JKS)
            cut.p12   | can't be read: EOFException
            trust.p12 | holds no trusted certificate that can be read without a 'trust-password'
            """)
    void whatIsTrustedMustBeReadable(String file, String problem) {
        assertThat(project("tls: { trust: " + file + " }").problems())
                .containsExactly("goldenpath.yaml:1  " + TLS + ".trust: '" + file + "' " + problem + ". Correct it.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trust.p12  | wrong               | is not opened by 'trust-password' (goldenpath.yaml:1)
            trust.jks  | wrong               | is not opened by 'trust-password' (goldenpath.yaml:1)
            client.p12 | test-store-password | holds no certificate that is marked as trusted, as 'keytool -importcert' does
            bundle.pem | any                 | is PEM, which no 'trust-password' opens
            """)
    void aTrustPasswordOpensAKeyStoreOfTrustedCertificates(String file, String password, String problem) {
        assertThat(project("tls: { trust: " + file + ", trust-password: " + password + " }")
                        .problems())
                .containsExactly("goldenpath.yaml:1  " + TLS + ".trust: '" + file + "' " + problem + ". Correct it.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            client.p12             | wrong               | is not opened by 'certificate-password' (goldenpath.yaml:1)
            trust.p12              | test-store-password | holds no private key with its certificate
            other-key-password.jks | test-store-password | holds a key that 'certificate-password' (goldenpath.yaml:1) does not open
            client.pem             | any                 | is no key store (PKCS12 or JKS)
            """)
    void aCertificateComesWithAKeyThatItsPasswordOpens(String file, String password, String problem) {
        assertThat(project("tls: { certificate: " + file + ", certificate-password: " + password + " }")
                        .problems())
                .containsExactly(
                        "goldenpath.yaml:1  " + TLS + ".certificate: '" + file + "' " + problem + ". Correct it.");
    }

    @Test
    void aFileThatIsNotThereIsToldWithAllOtherProblems() {
        assertThat(project("heatlh: /h, tls: { trust: gone.pem, certificate: \"a\\0b\", certificate-password: pw }")
                        .problems())
                .containsExactly(
                        "goldenpath.yaml:1  " + TLS + ".trust: 'gone.pem' is no file; a path that is not absolute"
                                + " starts at " + folder + ". Correct it.",
                        "goldenpath.yaml:1  " + TLS + ".certificate: 'a\0b' is no path of a file. Correct it.",
                        "goldenpath.yaml:1  environments.a.services.b.heatlh: unknown key. Did you mean 'health'?"
                                + " Known here: address, certificate-notice, depends-on, events, health, identity,"
                                + " liveness, login, probes, proxy, reported-by, revision, timeouts, tls, tokens, tunnel, url, websocket.");
    }

    @Test
    void whatFillsAPathIsNotShown() {
        assertThat(project("tls: { trust: '${WHERE}/gone.pem' }")
                        .variable("WHERE", "/s3cret")
                        .problems())
                .containsExactly("goldenpath.yaml:1  " + TLS + ".trust: '${WHERE}/gone.pem', with its variables filled"
                        + " in, is no file; a path that is not absolute starts at " + folder + ". Correct it.");
    }

    @Test
    void aPasswordThatIsNotSetIsTheOnlyProblemOfItsFile() {
        assertThat(project("tls: { trust: trust.p12, trust-password: '${TRUST}',"
                                + " certificate: client.p12, certificate-password: '${CLIENT}' }")
                        .problems())
                .containsExactly(
                        "goldenpath.yaml:1  " + TLS
                                + ".trust-password: ${TRUST} is not set. Set the environment variable TRUST.",
                        "goldenpath.yaml:1  " + TLS
                                + ".certificate-password: ${CLIENT} is not set. Set the environment variable CLIENT.");
    }

    @Test
    void aPasswordAndItsFileComeTogether() {
        assertThat(project("tls: { trust-password: pw, certificate-password: pw }")
                        .problems())
                .containsExactly(
                        "goldenpath.yaml:1  " + TLS + ".trust-password is set, but 'trust' beside it is not."
                                + " Add 'trust', or remove 'trust-password'.",
                        "goldenpath.yaml:1  " + TLS + ".certificate-password is set, but 'certificate' beside it is"
                                + " not. Add 'certificate', or remove 'certificate-password'.");
        assertThat(project("tls: { certificate: client.p12 }").problems())
                .containsExactly("goldenpath.yaml:1  " + TLS + ".certificate is set, but 'certificate-password' beside"
                        + " it is not. Add 'certificate-password', or remove 'certificate'.");
    }

    private static Project project(String more) {
        return new Project(folder).yaml("environments: { a: { services: { b: { url: 'https://h', " + more + " } } } }");
    }

    private static void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }

    /** The client's key and the authority's certificate. */
    private static void store(String name, String type, String keyPassword) throws Exception {
        KeyStore from = client.open();
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setKeyEntry(
                "client",
                from.getKey("client", Certificates.PASSWORD.toCharArray()),
                keyPassword.toCharArray(),
                from.getCertificateChain("client"));
        store.setCertificateEntry("authority", from.getCertificateChain("client")[1]);
        try (OutputStream output = Files.newOutputStream(folder.resolve(name))) {
            store.store(output, Certificates.PASSWORD.toCharArray());
        }
    }
}
