package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.web.JsonBody;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.UUID;

/** Who the caller is, and the caller's threads and messages. */
final class ThreadRoutes {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_MESSAGE = 10_000;
    private static final Me SOMEBODY_ELSE = new Me(new UUID(0, 1), "somebody.else@example.com");

    private final Authentication authentication;
    private final ChatStore store;
    private final ThreadAccess access;
    private final Faults faults;

    ThreadRoutes(Authentication authentication, ChatStore store, ThreadAccess access, Faults faults) {
        this.authentication = authentication;
        this.store = store;
        this.access = access;
        this.faults = faults;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/me", this::me);
        routes.post("/api/threads", this::createThread);
        routes.get("/api/threads", this::threads);
        routes.get("/api/threads/{id}", this::thread);
        routes.delete("/api/threads/{id}", this::deleteThread);
        routes.post("/api/threads/{id}/messages", this::addMessage);
        routes.get("/api/threads/{id}/messages", this::messages);
    }

    private void me(Context ctx) {
        Caller caller = authentication.require(ctx);
        ctx.json(faults.isOn(Fault.IDENTITY_SWAPPED) ? SOMEBODY_ELSE : new Me(caller.id(), caller.email()));
    }

    private void createThread(Context ctx) {
        UUID owner = caller(ctx);
        ChatThread created = store.createThread(owner, JsonBody.of(ctx).text("title", LONGEST_TITLE));
        ctx.header(Header.LOCATION, "/api/threads/" + created.id());
        ctx.status(HttpStatus.CREATED).json(created);
    }

    private void threads(Context ctx) {
        ctx.json(Map.of("threads", store.threads(caller(ctx))));
    }

    private void thread(Context ctx) {
        UUID owner = owner(ctx);
        ctx.json(store.thread(owner, threadId(ctx)).orElseThrow(ThreadRoutes::noSuchThread));
    }

    private void deleteThread(Context ctx) {
        UUID owner = owner(ctx);
        if (!store.deleteThread(owner, threadId(ctx))) {
            throw noSuchThread();
        }
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void addMessage(Context ctx) {
        UUID owner = owner(ctx);
        UUID threadId = threadId(ctx);
        String text = JsonBody.of(ctx).text("text", LONGEST_MESSAGE);
        ChatMessage added = store.addMessage(owner, threadId, text).orElseThrow(ThreadRoutes::noSuchThread);
        ctx.status(HttpStatus.CREATED).json(added);
    }

    private void messages(Context ctx) {
        UUID owner = owner(ctx);
        ChatThread thread = store.thread(owner, threadId(ctx)).orElseThrow(ThreadRoutes::noSuchThread);
        ctx.json(Map.of("messages", store.messages(owner, thread.id())));
    }

    private record Me(UUID id, String email) {}

    private UUID caller(Context ctx) {
        return authentication.require(ctx).id();
    }

    /** As whose the thread in the path is looked for. */
    private UUID owner(Context ctx) {
        return access.ownerFor(caller(ctx), threadId(ctx));
    }

    private static UUID threadId(Context ctx) {
        return parseThreadId(ctx.pathParam("id"));
    }

    /** An id that no thread can have is the id of no thread. */
    static UUID parseThreadId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw noSuchThread();
        }
    }

    static NotFoundResponse noSuchThread() {
        return new NotFoundResponse("no such thread");
    }
}
