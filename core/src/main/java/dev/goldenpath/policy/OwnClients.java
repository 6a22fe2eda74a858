package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicyRule;

/** Clients that a test makes for itself: what they do is not recorded. */
final class OwnClients {
    private static final Callees MAKERS = Callees.of(
            "java/net/http/HttpClient newHttpClient newBuilder newWebSocketBuilder",
            "java/net/URL openConnection openStream",
            "java/net/Socket <init>",
            "java/nio/channels/SocketChannel open",
            "javax/net/SocketFactory createSocket",
            "javax/net/ssl/SSLSocketFactory createSocket",
            "org/apache/http/impl/client/HttpClients *",
            "org/apache/http/impl/client/HttpClientBuilder create",
            "org/apache/http/impl/client/DefaultHttpClient <init>",
            "org/apache/http/impl/nio/client/HttpAsyncClients *",
            "org/apache/http/client/fluent/Request Get Post Put Patch Delete Head Options",
            "org/apache/hc/client5/http/impl/classic/HttpClients *",
            "org/apache/hc/client5/http/impl/classic/HttpClientBuilder create",
            "org/apache/hc/client5/http/impl/async/HttpAsyncClients *",
            "org/apache/hc/client5/http/impl/async/HttpAsyncClientBuilder create",
            "org/apache/hc/client5/http/fluent/Request create get post put patch delete head options",
            "org/apache/commons/httpclient/HttpClient <init>",
            "okhttp3/OkHttpClient <init>",
            "okhttp3/OkHttpClient$Builder <init>",
            "org/springframework/web/client/RestTemplate <init>",
            "org/springframework/boot/web/client/RestTemplateBuilder <init>",
            "org/springframework/boot/test/web/client/TestRestTemplate <init>",
            "org/springframework/web/client/RestClient create builder",
            "org/springframework/web/reactive/function/client/WebClient create builder",
            "org/springframework/test/web/reactive/server/WebTestClient bindToServer",
            "org/springframework/web/socket/client/standard/StandardWebSocketClient <init>",
            "io/restassured/RestAssured given when get post put patch delete head options request",
            "javax/ws/rs/client/ClientBuilder newClient newBuilder",
            "jakarta/ws/rs/client/ClientBuilder newClient newBuilder",
            "org/glassfish/jersey/client/JerseyClientBuilder <init> createClient",
            "javax/websocket/ContainerProvider getWebSocketContainer",
            "jakarta/websocket/ContainerProvider getWebSocketContainer",
            "org/glassfish/tyrus/client/ClientManager createClient",
            "org/java_websocket/client/WebSocketClient <init>",
            "org/eclipse/jetty/client/HttpClient <init>",
            "org/eclipse/jetty/websocket/client/WebSocketClient <init>",
            "com/neovisionaries/ws/client/WebSocketFactory <init>",
            "feign/Feign builder",
            "retrofit2/Retrofit$Builder <init>",
            "kong/unirest/Unirest *",
            "kong/unirest/core/Unirest *",
            "com/mashape/unirest/http/Unirest *",
            "io/vertx/ext/web/client/WebClient create",
            "io/vertx/core/Vertx createHttpClient",
            "reactor/netty/http/client/HttpClient create",
            "io/micronaut/http/client/HttpClient create",
            "io/ktor/client/HttpClientKt HttpClient",
            "io/ktor/client/HttpClientJvmKt HttpClient",
            "io/grpc/ManagedChannelBuilder forAddress forTarget",
            "org/asynchttpclient/Dsl asyncHttpClient");

    private OwnClients() {}

    static AuditRule rule() {
        return new ForbiddenCall(
                PolicyRule.OWN_CLIENT,
                MAKERS,
                "makes a client of its own:",
                "Have a client injected with @OnService: what it does is recorded, and proves the test.");
    }
}
