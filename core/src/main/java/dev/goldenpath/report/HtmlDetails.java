package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.goldenpath.cause.RootCause;
import dev.goldenpath.cause.Why;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedTest;
import java.io.IOException;
import java.util.Optional;

/** All that the page has of one test: how its attempts came out, and the lines of its evidence. Not thread-safe. */
final class HtmlDetails {
    private static final int LONGEST_TEXT = 32_768;

    private final RunAccount account;
    private long room;

    /** @param room about how many bytes all lines may take, whatever was foreseen for each test */
    HtmlDetails(RunAccount account, long room) {
        this.account = account;
        this.room = room;
    }

    /** @param allowed about how many bytes it may take; {@link Long#MAX_VALUE} for all there is */
    void write(int position, long allowed, JsonGenerator json) throws IOException {
        LoggedTest test = account.run().tests().get(position);
        int attempts = Math.max(1, test.attempts().size());
        PageFields fields = new PageFields(json, (int) Math.min(LONGEST_TEXT, allowed / 4 / attempts));
        json.writeStartObject();
        plan(fields, test);
        cause(fields, test);
        json.writeArrayFieldStart("attempts");
        HtmlLanes lanes = HtmlLanes.within(allowed);
        for (LoggedAttempt attempt : test.attempts()) {
            fields.json().writeStartObject();
            attempt(fields, attempt);
            lanes.write(
                    fields,
                    attempt.number(),
                    account.traffic().of(test, attempt.number()).users());
            fields.json().writeEndObject();
        }
        json.writeEndArray();
        long forLines = allowed == Long.MAX_VALUE ? room : Math.min(room, allowed / 2);
        DetailLines lines = new DetailLines(json, test, forLines, lanes);
        lines.write(account.run().evidence());
        room -= lines.bytes();
        json.writeEndObject();
    }

    /** The names whole, as a row may not have room for them. */
    private void plan(PageFields fields, LoggedTest test) throws IOException {
        fields.json().writeStringField("test", test.plan().test());
        fields.json().writeStringField("class", test.plan().className());
        fields.json().writeStringField("name", test.plan().name());
        fields.json().writeStringField("displayName", test.plan().displayName());
        fields.put("protects", test.plan().protects());
        fields.put("services", account.traffic().of(test).services());
        fields.facts("revisions", account.revisions().of(test));
        fields.put("bypasses", Bypasses.of(account.run(), test.plan().test()));
        fields.put("why", Causes.why(test).orElse(null));
    }

    private void cause(PageFields fields, LoggedTest test) throws IOException {
        Optional<RunCauses.Place> folded = account.causes().placeOf(test);
        if (folded.isPresent()) {
            RootCause cause = folded.get().cause();
            fields.json().writeObjectFieldStart("cause");
            fields.json().writeNumberField("number", 1 + folded.get().number());
            fields.put("headline", cause.headline());
            fields.put("whys", folded.get().whys().stream().map(Why::toString).toList());
            fields.json().writeEndObject();
        }
    }

    private static void attempt(PageFields fields, LoggedAttempt attempt) throws IOException {
        fields.json().writeNumberField("number", attempt.number());
        fields.put("verdict", attempt.verdict());
        fields.put("grade", attempt.grade());
        fields.put("durationUs", attempt.duration());
        fields.put("startedAt", attempt.circumstances().startedAt());
        fields.put("reason", attempt.reason());
        fields.put("cause", attempt.cause());
        fields.put("issue", attempt.issue());
        fields.put("takenBack", attempt.takenBack().orElse(null));
        fields.put("needs", attempt.circumstances().needs());
        fields.facts("facts", attempt.facts());
        LoggedFailure failure = attempt.failure();
        if (failure != null) {
            fields.json().writeObjectFieldStart("failure");
            fields.put("type", failure.type());
            fields.put("message", failure.message());
            fields.put("stackTrace", failure.stackTrace());
            fields.put("fingerprint", failure.fingerprint());
            fields.json().writeEndObject();
        }
    }
}
