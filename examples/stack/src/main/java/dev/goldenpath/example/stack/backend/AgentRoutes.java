package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.token.BearerAuthentication;
import dev.goldenpath.example.stack.web.JsonBody;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands prompts to the agent. */
final class AgentRoutes {
    private static final int LONGEST_PROMPT = 10_000;
    private static final int LONGEST_ID = 100;

    private final BearerAuthentication authentication;
    private final ChatStore store;
    private final Agent agent;
    private final Faults faults;

    AgentRoutes(BearerAuthentication authentication, ChatStore store, Agent agent, Faults faults) {
        this.authentication = authentication;
        this.store = store;
        this.agent = agent;
        this.faults = faults;
    }

    void register(RoutesConfig routes) {
        routes.post("/api/agents/execute", this::execute);
    }

    private void execute(Context ctx) {
        UUID user = authentication.require(ctx).userId();
        JsonBody body = JsonBody.of(ctx);
        String prompt = body.text("prompt", LONGEST_PROMPT);
        if (faults.isOn(Fault.MOCK_ANSWER)) {
            ctx.json(Map.of("run_id", UUID.randomUUID(), "answer", "mock"));
            return;
        }
        UUID runId = agent.execute(new AgentTask(user, prompt, ownThread(user, body)));
        ctx.status(HttpStatus.ACCEPTED).json(Map.of("run_id", runId));
    }

    private @Nullable UUID ownThread(UUID user, JsonBody body) {
        return body.optionalText("thread_id", LONGEST_ID)
                .map(text -> store.thread(user, ThreadRoutes.parseThreadId(text))
                        .orElseThrow(ThreadRoutes::noSuchThread)
                        .id())
                .orElse(null);
    }
}
