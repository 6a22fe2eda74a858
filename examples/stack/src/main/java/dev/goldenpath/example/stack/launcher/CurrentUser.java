package dev.goldenpath.example.stack.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/**
 * Who this process runs as.
 *
 * @param principal as the file system names it
 * @param isRoot whether it is the superuser of a Unix system
 */
record CurrentUser(UserPrincipal principal, boolean isRoot) {

    /** Looks at a file made for the purpose: Java's own answers are wrong for a user without an entry in passwd. */
    static CurrentUser detect() throws IOException {
        Path file = Files.createTempFile("goldenpath-stack-", null);
        try {
            boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
            return new CurrentUser(
                    Files.getOwner(file),
                    unix && Files.getAttribute(file, "unix:uid").equals(0));
        } finally {
            Files.delete(file);
        }
    }
}
