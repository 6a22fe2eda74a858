package dev.goldenpath.policy;

import org.jspecify.annotations.Nullable;

/**
 * What a class file names: a class, or a text that reads like one. There is one object of each within {@link Names},
 * so that what it means is found out once.
 */
final class Name {
    final String text;
    final int hash;
    final @Nullable ClassFile own;
    final @Nullable KnownFake fake;
    final @Nullable Meaning meaning;
    /** What its class file says, once it was read. */
    @Nullable
    ScannedClass scanned;
    /** The number of the class file that named it last. */
    int seenIn;

    /** Names that matter, although they are neither own nor a fake's. */
    enum Meaning {
        /** A type through which tests reach services and users. */
        SEAM,
        /** What makes classes at run time. */
        CLASS_MAKER
    }

    Name(String text, int hash, @Nullable ClassFile own, @Nullable KnownFake fake, @Nullable Meaning meaning) {
        this.text = text;
        this.hash = hash;
        this.own = own;
        this.fake = fake;
        this.meaning = meaning;
    }

    String binary() {
        return text.replace('/', '.');
    }

    /** The binary name without its package. */
    String brief() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** Whether it names a class that this one is nested in. */
    boolean encloses(Name other) {
        return other.text.length() > text.length() + 1
                && other.text.charAt(text.length()) == '$'
                && other.text.startsWith(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
