package dev.goldenpath.launch;

import dev.goldenpath.environment.LaunchSpec;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.evidence.Redaction;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a supervisor is to start. It travels through a pipe, for it holds secrets.
 *
 * @param place where the supervisor keeps its files
 * @param processes in the order to start them
 * @param values secrets to mask in all they write
 * @param fields names of JSON fields to mask
 * @param variables environment variables that are for the processes and not for the supervisor
 */
record LaunchOrder(
        LaunchPlace place,
        List<LaunchSpec> processes,
        List<String> values,
        List<String> fields,
        Map<String, String> variables) {

    /** An order with everything that {@code redaction} knows by now. */
    static LaunchOrder of(
            LaunchPlace place, List<LaunchSpec> processes, Redaction redaction, Map<String, String> variables) {
        List<String> values = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        Redaction.Follower known = new Redaction.Follower() {
            @Override
            public void value(String secret) {
                values.add(secret);
            }

            @Override
            public void field(String name) {
                fields.add(name);
            }
        };
        redaction.follow(known);
        redaction.leave(known);
        return new LaunchOrder(place, processes, values, fields, variables);
    }

    Redaction redaction() {
        Redaction redaction = new Redaction();
        values.forEach(redaction::addValue);
        fields.forEach(redaction::addField);
        return redaction;
    }

    void write(DataOutputStream out) throws IOException {
        Wire.write(out, place.folder().toString());
        Wire.write(out, place.environment());
        Wire.write(out, place.digest());
        out.writeInt(processes.size());
        for (LaunchSpec spec : processes) {
            Wire.write(out, spec.name());
            write(out, spec.command());
            Wire.write(out, spec.origin().description());
        }
        write(out, values);
        write(out, fields);
        write(out, List.copyOf(variables.keySet()));
        write(out, List.copyOf(variables.values()));
        out.flush();
    }

    static LaunchOrder read(DataInputStream in) throws IOException {
        LaunchPlace place = new LaunchPlace(Path.of(Wire.read(in)), Wire.read(in), Wire.read(in));
        List<LaunchSpec> processes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            // How long to wait for it is the clients' business.
            processes.add(new LaunchSpec(Wire.read(in), readAll(in), Duration.ZERO, new Origin(Wire.read(in))));
        }
        List<String> values = readAll(in);
        List<String> fields = readAll(in);
        List<String> names = readAll(in);
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0, count = in.readInt(); i < count; i++) {
            variables.put(names.get(i), Wire.read(in));
        }
        return new LaunchOrder(place, processes, values, fields, variables);
    }

    private static void write(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            Wire.write(out, text);
        }
    }

    private static List<String> readAll(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(Wire.read(in));
        }
        return texts;
    }
}
