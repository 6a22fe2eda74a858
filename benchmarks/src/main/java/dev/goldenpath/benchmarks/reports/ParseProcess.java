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

/** Reads a run's logs token by token, each text as a text, several times over in a JVM that has done nothing else before. */
final class ParseProcess {
    private ParseProcess() {}

    /** Takes the logs' folder, and how often; prints the number of planned tests, and the seconds of each time. */
    public static void main(String[] arguments) throws IOException {
        StringBuilder seconds = new StringBuilder();
        int planned = 0;
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            long start = System.nanoTime();
            planned = 0;
            try (DirectoryStream<Path> logs = Files.newDirectoryStream(Path.of(arguments[0]), "run-*.jsonl")) {
                for (Path log : logs) {
                    planned += planned(log);
                }
            }
            seconds.append(' ').append((System.nanoTime() - start) / 1e9);
        }
        System.out.println(planned + seconds.toString());
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
