package dev.goldenpath.websocket;

/** The validator of JSON Schemas: a library that whoever asserts on shapes adds to the class path. */
final class SchemaValidator {
    private static final String DOOR = "com.networknt.schema.SchemaRegistry";

    private SchemaValidator() {}

    static boolean isPresent() {
        try {
            Class.forName(DOOR, false, SchemaValidator.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** What to say where it is not. */
    static String missing(String name) {
        return "The shape of " + name
                + " can't be checked, for the validator of JSON Schemas is not on the class path. "
                + "Add it to the pom.xml:\n"
                + """
                  <dependency>
                    <groupId>com.networknt</groupId>
                    <artifactId>json-schema-validator</artifactId>
                    <version>2.0.8</version>
                    <scope>test</scope>
                  </dependency>""".indent(2).stripTrailing();
    }
}
