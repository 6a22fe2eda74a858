package dev.goldenpath.environment;

import dev.goldenpath.environment.SocketToken.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads how WebSockets of a service are opened and kept. */
final class SocketReader {
    private SocketReader() {}

    static SocketSettings read(Section service, Reading reading) {
        SocketSettings defaults = SocketSettings.DEFAULT;
        Section section = service.section("websocket");
        SocketSettings settings = new SocketSettings(
                token(section, reading),
                section.parsed("answer-within", Values::limit).orElse(defaults.answerWithin()),
                section.parsed("send-within", Values::limit).orElse(defaults.sendWithin()),
                section.parsed("largest-message", SocketValues::bytes).orElse(defaults.largestMessage()),
                section.parsed("keep", SocketValues::count).orElse(defaults.keep()));
        section.finish();
        return settings;
    }

    private static SocketToken token(Section socket, Reading reading) {
        Section section = socket.section("token");
        List<SocketToken> ways = new ArrayList<>();
        for (Place place : List.of(Place.SUBPROTOCOL, Place.MESSAGE)) {
            section.template(key(place), "token")
                    .flatMap(setting -> section.parsed(setting, SocketReader::template))
                    .ifPresent(text -> ways.add(new SocketToken(place, text)));
        }
        section.parsed(key(Place.QUERY), SocketValues::parameterName)
                .ifPresent(name -> ways.add(new SocketToken(Place.QUERY, name)));
        section.finish();
        if (ways.size() > 1) {
            reading.problem(
                    section.origin(),
                    socket.pathOf("token") + " names " + ways.size() + " places for the token",
                    "Keep one of subprotocol, query and message; with none of them it goes in a header.");
        }
        return ways.isEmpty() ? SocketToken.HEADER : ways.get(0);
    }

    private static String key(Place place) {
        return place.name().toLowerCase(Locale.ROOT);
    }

    private static String template(String text) {
        if (!text.contains(SocketToken.PLACEHOLDER)) {
            throw new IllegalArgumentException("has no " + SocketToken.PLACEHOLDER + " in it");
        }
        return text;
    }
}
