package dev.goldenpath.policy;

import java.io.IOException;
import java.io.InputStream;

/**
 * Where a class lies. Two of the same class are equal as long as they come from the same {@link CodeRoots}.
 *
 * @param name its internal name, for example {@code com/acme/ChatIT$Nested}
 * @param root the folder or jar it lies in
 * @param own whether it is the project's own code, and not a library's
 */
record ClassFile(String name, CodeRoot root, boolean own) {

    /** For example {@code com.acme.ChatIT$Nested}. */
    String binaryName() {
        return name.replace('/', '.');
    }

    /** The whole file, read anew. */
    byte[] bytes() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    InputStream open() throws IOException {
        return root.open(name);
    }
}
