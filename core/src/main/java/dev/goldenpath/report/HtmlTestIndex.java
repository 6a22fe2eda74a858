package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.goldenpath.cause.RootCause;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedTest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the table of tests shows of each, searches and sorts by: all tests, in the order of the run. */
final class HtmlTestIndex {
    /** Characters of a name or message in a row; the detail has the whole. */
    private static final int SHOWN = 300;

    private static final int LINES_SHOWN = 3;

    private final RunAccount account;
    private final DetailChoice choice;
    private final List<RootCause> causes;

    HtmlTestIndex(RunAccount account, DetailChoice choice) {
        this.account = account;
        this.choice = choice;
        this.causes = account.causes().all();
    }

    void write(JsonGenerator json) throws IOException {
        PageFields fields = new PageFields(json, SHOWN);
        json.writeStartObject();
        fields.put("causes", causes.stream().map(RootCause::headline).toList());
        json.writeArrayFieldStart("tests");
        List<LoggedTest> tests = account.run().tests();
        for (int i = 0; i < tests.size(); i++) {
            json.writeRaw('\n');
            json.writeStartObject();
            test(fields, tests.get(i));
            traffic(fields, account.traffic().of(tests.get(i)));
            fields.put("detail", choice.has(i));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void test(PageFields fields, LoggedTest test) throws IOException {
        fields.put("class", test.plan().className());
        fields.put("name", test.plan().name());
        if (!test.plan().displayName().equals(test.plan().name())) {
            fields.put("displayName", test.plan().displayName());
        }
        fields.put("priority", test.plan().priority());
        fields.put("category", test.plan().category());
        fields.put("protects", test.plan().protects());
        fields.put("verdict", test.verdict());
        fields.put("grade", test.last().map(LoggedAttempt::grade).orElse(null));
        fields.put("durationUs", test.took().orElse(null));
        fields.json().writeNumberField("attempts", test.attempts().size());
        fields.put("flaky", test.isFlaky());
        Optional<RunCauses.Place> folded = account.causes().placeOf(test);
        if (folded.isPresent()) {
            fields.json().writeNumberField("cause", folded.get().number());
        }
        fields.put("message", Causes.why(test).map(HtmlTestIndex::firstLines).orElse(null));
    }

    private static void traffic(PageFields fields, TestTraffic traffic) throws IOException {
        if (traffic.exchanges() > 0) {
            fields.json().writeNumberField("http", traffic.exchanges());
        }
        fields.put("p95Us", traffic.http().percentile(95).orElse(null));
        fields.put("services", traffic.services());
    }

    private static String firstLines(String message) {
        return message.lines()
                .filter(line -> !line.isBlank())
                .limit(LINES_SHOWN)
                .collect(Collectors.joining("\n"));
    }
}
