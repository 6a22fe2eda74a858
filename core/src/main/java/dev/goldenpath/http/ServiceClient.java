package dev.goldenpath.http;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.HeaderRules;

/**
 * Calls one declared service over HTTP, as one test user or anonymously. Unless a request asks for it, nothing is sent
 * again and no redirect is followed: a response is what the service answered to this one request. Every call has a
 * limit, 60 s unless the service's {@code timeouts} or the request say otherwise. Cookies that a service sets are sent
 * back with later calls of the same user in the same test. Thread-safe.
 *
 * <p>It records for the test it was injected into, whichever thread uses it. One that serves several tests, from {@code
 * @BeforeAll}, a test factory, or the field or constructor of a class with one instance for all tests, records for the
 * test that runs on the calling thread; on other threads use {@link #forThisTest()}.
 *
 * @since 0.1.0
 */
public final class ServiceClient {
    private final HttpEngine engine;
    private final ClientContext context;

    ServiceClient(HttpEngine engine, ClientContext context) {
        this.engine = engine;
        this.context = context;
    }

    /**
     * Starts a GET request.
     *
     * @param path starts with a slash; each {@code {name}} in it is replaced by the next of {@code values}
     * @param values are percent-encoded
     * @throws IllegalArgumentException when the path has no leading slash, or not as many names as there are values
     */
    public ServiceRequest get(String path, Object... values) {
        return request("GET", path, values);
    }

    /** Starts a POST request; otherwise as {@link #get}. */
    public ServiceRequest post(String path, Object... values) {
        return request("POST", path, values);
    }

    /** Starts a PUT request; otherwise as {@link #get}. */
    public ServiceRequest put(String path, Object... values) {
        return request("PUT", path, values);
    }

    /** Starts a PATCH request; otherwise as {@link #get}. */
    public ServiceRequest patch(String path, Object... values) {
        return request("PATCH", path, values);
    }

    /** Starts a DELETE request; otherwise as {@link #get}. */
    public ServiceRequest delete(String path, Object... values) {
        return request("DELETE", path, values);
    }

    /** Starts a HEAD request; otherwise as {@link #get}. */
    public ServiceRequest head(String path, Object... values) {
        return request("HEAD", path, values);
    }

    /** Starts an OPTIONS request; otherwise as {@link #get}. */
    public ServiceRequest options(String path, Object... values) {
        return request("OPTIONS", path, values);
    }

    /**
     * Starts a request of any method; otherwise as {@link #get}.
     *
     * @param method in the case in which services know it
     * @throws IllegalArgumentException also when it is no method, or the name of a standard one in another case
     */
    public ServiceRequest request(String method, String path, Object... values) {
        HeaderRules.checkMethod(method);
        return new ServiceRequest(engine, context, method, PathTemplate.expand(path, values));
    }

    /**
     * The same client for use on any thread, recording for the test that runs on this one.
     *
     * @throws IllegalStateException when no test runs on this thread
     */
    public ServiceClient forThisTest() {
        return new ServiceClient(engine, context.boundTo(context.recording()));
    }

    @Override
    public String toString() {
        return "client of " + context.service().name() + context.caller();
    }
}
