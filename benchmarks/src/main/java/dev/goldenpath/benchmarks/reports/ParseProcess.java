package dev.goldenpath.benchmarks.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a run's logs token by token, each text as a text, in a JVM that has done nothing else. */
final class ParseProcess {
    private ParseProcess() {}

    /** Takes the logs' folder; prints seconds and the number of planned tests. */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        int planned = 0;
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(Path.of(arguments[0]), "run-*.jsonl")) {
            for (Path log : logs) {
                planned += planned(log);
            }
        }
        System.out.println((System.nanoTime() - start) / 1e9 + " " + planned);
    }

    private static int planned(Path log) throws IOException {
        int planned = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(log), 64 * 1024);
                JsonParser parser = new JsonFactory().createParser(in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && parser.getText().equals("test-planned")) {
                    planned++;
                }
            }
        }
        return planned;
    }
}
