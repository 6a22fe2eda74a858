package dev.goldenpath.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.goldenpath.runlog.LoggedRun;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

/** Summaries of runs, and what the documented schema says of them. */
final class Summaries {
    private static final Path SCHEMA = Path.of("..", "docs", "goldenpath-summary-1.schema.json");

    private Summaries() {}

    static String text(RunAccount account) throws IOException {
        StringWriter text = new StringWriter();
        SummaryReport.write(account, List.of(Reports.HTML, Reports.SUMMARY), text);
        return text.toString();
    }

    static JsonNode of(LoggedRun run) throws IOException {
        return of(RunAccount.of(run));
    }

    static JsonNode of(RunAccount account) throws IOException {
        return new JsonMapper().readTree(text(account));
    }

    /** What it says of this version's summaries, which have no field that it does not know. */
    static List<Error> breaches(JsonNode summary) throws IOException {
        ObjectNode schema = (ObjectNode) new JsonMapper().readTree(SCHEMA.toFile());
        closed(schema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(summary);
    }

    private static void closed(ObjectNode schema) {
        schema.put("unevaluatedProperties", false);
        schema.path("properties").forEach(property -> {
            if (property.path("items").has("properties")) {
                ((ObjectNode) property.path("items")).put("unevaluatedProperties", false);
            }
            if (property.has("properties")) {
                ((ObjectNode) property).put("unevaluatedProperties", false);
            }
        });
        ((ObjectNode) schema.path("$defs").path("named-tally")).put("unevaluatedProperties", false);
    }
}
