package dev.goldenpath.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.goldenpath.runlog.EvidenceIndex;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.RunLogReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** HTTP Archives made of the logs in a folder, and what the format's schema says of them. */
final class Archives {
    private Archives() {}

    /** The archive of the run {@code r1}. */
    static JsonNode of(Path folder) throws IOException {
        LoggedRun run = RunLogReader.read(folder, "r1");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HarReport.write(run, new EvidenceIndex.Taker() {}, bytes);
        return new JsonMapper().readTree(bytes.toByteArray());
    }

    static List<Error> breaches(JsonNode archive) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6)
                .getSchema(SchemaLocation.of("classpath:META-INF/resources/webjars/har-schema/2.0.0/lib/har.json"));
        return schema.validate(archive);
    }
}
