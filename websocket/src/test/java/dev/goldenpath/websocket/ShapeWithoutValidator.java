package dev.goldenpath.websocket;

import dev.goldenpath.environment.ConfigurationException;

/** Compiles a schema in a process whose class path has no validator, and prints what it is told. */
public final class ShapeWithoutValidator {
    private ShapeWithoutValidator() {}

    public static void main(String[] args) {
        try {
            MessageShape.of("'started'", "{}");
        } catch (ConfigurationException e) {
            System.out.println(e.getMessage());
        }
    }
}
