package dev.goldenpath.cli;

import java.util.Locale;

/** The forms of the JUnit XML. */
enum JunitXmlForm {
    /** With all that Golden Path knows. */
    FULL,
    /** For readers that keep to Surefire's schema. */
    STRICT;

    /** As options and settings write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
