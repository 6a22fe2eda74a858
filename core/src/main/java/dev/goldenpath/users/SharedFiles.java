package dev.goldenpath.users;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Lets everybody who may write a folder write the files in it, too, whatever the umask of who makes them. Does nothing
 * on file systems without POSIX permissions.
 */
final class SharedFiles {
    private static final Map<PosixFilePermission, Set<PosixFilePermission>> GIVEN = Map.of(
            PosixFilePermission.GROUP_WRITE,
            EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE),
            PosixFilePermission.OTHERS_WRITE,
            EnumSet.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE));

    private SharedFiles() {}

    /** Makes an empty file in a shared folder where there is none, which nobody ever sees with other permissions. */
    static void make(Path folder, Path file) throws IOException {
        Files.createDirectories(folder);
        if (Files.exists(file) || givenBy(folder).isEmpty()) {
            return;
        }
        Path part = Files.createFile(folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".part"));
        try {
            share(folder, part);
            Files.createLink(file, part);
        } catch (IOException | UnsupportedOperationException e) {
            // Another was faster, or there are no links here, and whoever takes the lock makes it.
            return;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Gives {@code file}, which is this process's own, to all who may write its folder, as far as its place can. */
    static void share(Path folder, Path file) {
        try {
            Set<PosixFilePermission> wanted = givenBy(folder);
            if (!wanted.isEmpty()) {
                wanted.addAll(Files.getPosixFilePermissions(file));
                Files.setPosixFilePermissions(file, wanted);
            }
        } catch (IOException e) {
            // To this process it is of use in any case; whom it is not finds out that it can't write it.
            return;
        }
    }

    private static Set<PosixFilePermission> givenBy(Path folder) throws IOException {
        Set<PosixFilePermission> given = EnumSet.noneOf(PosixFilePermission.class);
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view != null) {
            view.readAttributes().permissions().forEach(each -> given.addAll(GIVEN.getOrDefault(each, Set.of())));
        }
        return given;
    }
}
