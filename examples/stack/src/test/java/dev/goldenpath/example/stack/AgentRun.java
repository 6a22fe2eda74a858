package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A run of the agent.
 *
 * @param id as its events have to carry it
 */
record AgentRun(String id) {
    static final String[] TYPES = {
        "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"
    };

    static AgentRun start(Api user) {
        Api.Answer answer = user.post("/api/agents/execute", Map.of("prompt", "Guten Tag"));
        assertThat(answer.status()).isEqualTo(202);
        return new AgentRun(answer.text("/run_id"));
    }

    /** Fails unless these are its events, whole and in order. */
    void isToldBy(List<JsonNode> events) {
        assertThat(types(events)).containsExactly(TYPES);
        assertThat(texts(events, "run_id")).containsOnly(id);
        assertThat(texts(events, "sequence")).containsExactly("1", "2", "3", "4", "5");
    }

    static List<String> types(List<JsonNode> events) {
        return texts(events, "type");
    }

    static List<String> texts(List<JsonNode> events, String field) {
        return events.stream().map(event -> event.get(field).asText()).collect(Collectors.toList());
    }
}
