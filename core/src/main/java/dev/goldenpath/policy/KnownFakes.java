package dev.goldenpath.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The libraries that a golden-path test must not reach. */
final class KnownFakes {
    static final List<KnownFake> ALL = List.of(
            KnownFake.mock("Mockito", "org/mockito/", "com/nhaarman/mockitokotlin2/", "com/nhaarman/mockito_kotlin/"),
            KnownFake.mock("MockK", "io/mockk/", "com/ninjasquad/springmockk/"),
            KnownFake.mock("EasyMock", "org/easymock/"),
            KnownFake.mock("jMock", "org/jmock/"),
            KnownFake.mock("PowerMock", "org/powermock/"),
            KnownFake.mock("JMockit", "mockit/"),
            KnownFake.mock("Spock's mocks", "org/spockframework/mock/", "spock/mock/"),
            KnownFake.mock(
                    "Spring's mock beans",
                    "org/springframework/boot/test/mock/mockito/",
                    "org/springframework/test/context/bean/override/"),
            KnownFake.mock("Spring's mock objects", "org/springframework/mock/"),
            KnownFake.mock(
                    "Spring's MockMvc",
                    "org/springframework/test/web/servlet/",
                    "org/springframework/boot/test/autoconfigure/web/servlet/",
                    "org/springframework/boot/webmvc/test/autoconfigure/"),
            KnownFake.mock(
                    "Spring's MockRestServiceServer",
                    "org/springframework/test/web/client/",
                    "org/springframework/boot/test/autoconfigure/web/client/",
                    "org/springframework/boot/restclient/test/autoconfigure/"),
            KnownFake.mock(
                    "Quarkus' mocks",
                    "io/quarkus/test/Mock",
                    "io/quarkus/test/InjectMock",
                    "io/quarkus/test/component/",
                    "io/quarkus/test/junit/QuarkusMock",
                    "io/quarkus/test/junit/mockito/",
                    "io/quarkus/panache/mock/"),
            KnownFake.mock("Micronaut's mock beans", "io/micronaut/test/annotation/MockBean"),
            KnownFake.mock(
                    "WireMock",
                    "com/github/tomakehurst/wiremock/",
                    "org/wiremock/",
                    "com/maciejwalkowiak/wiremock/",
                    "ru/lanwen/wiremock/",
                    "io/quarkiverse/wiremock/"),
            KnownFake.mock(
                    "MockServer",
                    "org/mockserver/",
                    "org/testcontainers/containers/MockServerContainer",
                    "org/testcontainers/mockserver/"),
            KnownFake.mock("OkHttp's MockWebServer", "okhttp3/mockwebserver/", "mockwebserver3/"),
            KnownFake.mock(
                    "Jetty's test servers",
                    "org/eclipse/jetty/server/LocalConnector",
                    "org/eclipse/jetty/server/MemoryConnector",
                    "org/eclipse/jetty/servlet/ServletTester",
                    "org/eclipse/jetty/ee8/servlet/ServletTester",
                    "org/eclipse/jetty/ee9/servlet/ServletTester",
                    "org/eclipse/jetty/ee10/servlet/ServletTester",
                    "org/eclipse/jetty/ee11/servlet/ServletTester",
                    "org/mortbay/jetty/testing/"),
            KnownFake.mock("Hoverfly", "io/specto/hoverfly/"),
            KnownFake.mock("Moco", "com/github/dreamhead/moco/"),
            KnownFake.mock("Pact's mock server", "au/com/dius/pact/consumer/"),
            KnownFake.mock("Ktor's MockEngine", "io/ktor/client/engine/mock/"),
            KnownFake.mock("Retrofit's mocks", "retrofit2/mock/"),
            KnownFake.mock("Feign's mocks", "feign/mock/"),
            KnownFake.mock("Jadler", "net/jadler/"),
            KnownFake.mock("Restito", "com/xebialabs/restito/"),
            KnownFake.mock("Betamax", "software/betamax/", "co/freeside/betamax/"),
            KnownFake.server("the JDK's HTTP server", "com/sun/net/httpserver/", "sun/net/httpserver/"));

    private KnownFakes() {}

    /** Which of them a class belongs to, if to any. */
    static @Nullable KnownFake of(String internalName) {
        for (KnownFake fake : ALL) {
            if (fake.contains(internalName)) {
                return fake;
            }
        }
        return null;
    }
}
