package dev.goldenpath.example.stack.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** File modes as numbers, where the file system has them. */
final class FileModes {
    private FileModes() {}

    /** Sets the nine permission bits of a mode; does nothing on a file system without. */
    static void set(Path path, int mode) throws IOException {
        if (Files.getFileAttributeView(path, PosixFileAttributeView.class) == null) {
            return;
        }
        PosixFilePermission[] fromHighestBit = PosixFilePermission.values();
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int bit = 0; bit < fromHighestBit.length; bit++) {
            if ((mode >> bit & 1) == 1) {
                permissions.add(fromHighestBit[fromHighestBit.length - 1 - bit]);
            }
        }
        Files.setPosixFilePermissions(path, permissions);
    }
}
