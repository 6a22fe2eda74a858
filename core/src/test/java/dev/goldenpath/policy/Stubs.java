package dev.goldenpath.policy;

/** Libraries by their names alone: what a project calls, and the audit never loads. */
final class Stubs {
    static final String[] SOURCES = {
        "package io.restassured; public class RestAssured { public static io.restassured.response.Response get(String u)"
                + " { return null; } public static Object given() { return null; } }",
        "package io.restassured.response; public interface Response { ValidatableResponse then(); int statusCode(); }",
        "package io.restassured.response; public interface ValidatableResponse {"
                + " ValidatableResponse statusCode(int code); }",
        "package org.hamcrest; public class MatcherAssert {"
                + " public static void assertThat(String why, boolean holds) {} }",
        "package com.google.common.truth; public class Truth { public static Subject assertThat(Object o)"
                + " { return null; } }",
        "package com.google.common.truth; public class Subject { public void isEqualTo(Object o) {} }",
        "package org.awaitility.core; public class ConditionFactory { public void until("
                + "java.util.concurrent.Callable<Boolean> c) {} }",
        "package org.awaitility; public class Awaitility { public static org.awaitility.core.ConditionFactory await()"
                + " { return null; } }",
        "package com.microsoft.playwright.assertions; public interface PageAssertions { void hasTitle(String t); }",
        "package com.microsoft.playwright.assertions; public interface PlaywrightAssertions {"
                + " static PageAssertions assertThat(Object page) { return null; } }",
        "package com.acme.checks; public class Ledger { public static void balanced(Object o) {} }",
        "package org.junit; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                + " public @interface Test {}",
        "package org.slf4j; public interface Logger { void warn(String s); void warn(String s, Throwable t);"
                + " void error(String s, Object a); }",
        "package org.slf4j; public class LoggerFactory { public static Logger getLogger(Class<?> c) { return null; } }",
        "package okhttp3; public class OkHttpClient { }",
        "package org.springframework.web.client; public class RestTemplate { }",
        "package org.apache.hc.client5.http.impl.classic; public class HttpClients {"
                + " public static Object createDefault() { return null; } }",
        "package jakarta.websocket; public class ContainerProvider {"
                + " public static Object getWebSocketContainer() { return null; } }",
        "package org.java_websocket.client; public abstract class WebSocketClient {"
                + " public WebSocketClient(java.net.URI u) {} public abstract void onOpen(); }",
    };

    private Stubs() {}
}
