package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.web.JsonBody;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Hands prompts to the agent. */
final class AgentRoutes {
    private static final int LONGEST_PROMPT = 10_000;
    private static final int LONGEST_ID = 100;

    private final Authentication authentication;
    private final ChatStore store;
    private final Agent agent;
    private final ThreadAccess access;
    private final Faults faults;

    AgentRoutes(Authentication authentication, ChatStore store, Agent agent, ThreadAccess access, Faults faults) {
        this.authentication = authentication;
        this.store = store;
        this.agent = agent;
        this.access = access;
        this.faults = faults;
    }

    void register(RoutesConfig routes) {
        routes.post("/api/agents/execute", this::execute);
    }

    private void execute(Context ctx) {
        UUID user = authentication.require(ctx).id();
        JsonBody body = JsonBody.of(ctx);
        String prompt = body.text("prompt", LONGEST_PROMPT);
        if (faults.isOn(Fault.MOCK_ANSWER)) {
            ctx.json(Map.of("run_id", UUID.randomUUID(), "answer", "mock"));
            return;
        }
        UUID runId = agent.execute(task(user, prompt, body));
        ctx.status(HttpStatus.ACCEPTED).json(Map.of("run_id", runId));
    }

    private AgentTask task(UUID user, String prompt, JsonBody body) {
        Optional<UUID> threadId = body.optionalText("thread_id", LONGEST_ID).map(ThreadRoutes::parseThreadId);
        if (threadId.isEmpty()) {
            return new AgentTask(user, prompt, null);
        }
        UUID owner = access.ownerFor(user, threadId.get());
        ChatThread thread = store.thread(owner, threadId.get()).orElseThrow(ThreadRoutes::noSuchThread);
        return new AgentTask(user, prompt, thread.id());
    }
}
