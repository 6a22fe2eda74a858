package dev.goldenpath.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a folder that several users of the operating system write. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX permissions")
class SharedFolderTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"rwxrwxr-x, true, false", "rwxrwxrwx, true, true", "rwxr-xr-x, false, false"})
    void whoeverMayWriteTheFolderMayWriteItsFiles(String permissions, boolean group, boolean others)
            throws IOException {
        PoolScene scene = new PoolScene(folder);
        Files.createDirectory(scene.leases());
        Files.setPosixFilePermissions(scene.leases(), PosixFilePermissions.fromString(permissions));
        try (UserPools pools = new UserPools(scene.environment("free: { users: [u1] }"))) {
            pools.lease("free", "a");

            List<Path> files = files(scene.leases());
            assertThat(files).hasSize(2).allSatisfy(file -> {
                Set<PosixFilePermission> given = Files.getPosixFilePermissions(file);
                assertThat(given.contains(PosixFilePermission.GROUP_WRITE)).isEqualTo(group);
                assertThat(given.contains(PosixFilePermission.OTHERS_WRITE)).isEqualTo(others);
            });
        }
        assertThat(files(scene.leases())).containsExactly(scene.leases().resolve("lock"));
    }

    @Test
    void whatAKilledOneLeftIsReplacedAndNotWrittenOver() throws IOException {
        PoolScene scene = new PoolScene(folder);
        try (UserPools pools = new UserPools(scene.environment("free: { users: [u1] }"))) {
            pools.lease("free", "a").close();
            Path part = scene.leases()
                    .resolve(Account.of(scene.environment("free: { users: [u1] }"), "u1")
                                    .file() + ".part");
            Path left = Files.writeString(folder.resolve("left"), "left");
            Files.createLink(part, left);

            pools.lease("free", "b");

            assertThat(left).hasContent("left");
        }
    }

    private static List<Path> files(Path leases) throws IOException {
        try (Stream<Path> files = Files.list(leases)) {
            return files.toList();
        }
    }
}
