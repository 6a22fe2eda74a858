package dev.goldenpath.example.stack.launcher;

import dev.goldenpath.example.stack.process.DirectoryTree;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once per user and version: that takes seconds. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** Returns the directory that holds {@code bin}, {@code lib} and {@code share}. */
    static Path unpacked() throws StackException {
        String name = "/postgres-" + system() + "-" + machine() + ".txz";
        URL archive = PostgresBinaries.class.getResource(name);
        if (archive == null) {
            throw new StackException("There are no PostgreSQL programs for this platform: " + name
                    + " is not on the class path, see the profiles in pom.xml");
        }
        try {
            Path cache = cacheDirectory();
            Path unpacked = cache.resolve(fingerprint(archive));
            if (Files.notExists(unpacked)) {
                unpack(archive, cache, unpacked);
            }
            return unpacked;
        } catch (IOException e) {
            throw new StackException("PostgreSQL's programs cannot be unpacked", e);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String machine() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }

    /** Under the temporary directory, not the home: the account that runs the programs may not enter root's home. */
    private static Path cacheDirectory() throws IOException {
        UserPrincipal user = CurrentUser.detect().principal();
        String name = "goldenpath-stack-programs-" + user.getName().replaceAll("\\W", "-");
        Path cache = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), name));
        // Anyone may have created it before us; only programs we unpacked ourselves are to be run.
        if (!Files.getOwner(cache, LinkOption.NOFOLLOW_LINKS).equals(user)) {
            throw new FileSystemException(cache.toString(), null, "belongs to another user");
        }
        FileModes.set(cache, 0755);
        return cache;
    }

    private static String fingerprint(URL archive) throws IOException {
        JarURLConnection connection = (JarURLConnection) archive.openConnection();
        return "postgres-" + Long.toHexString(connection.getJarEntry().getCrc());
    }

    private static void unpack(URL archive, Path cache, Path target) throws IOException {
        Path unfinished = Files.createTempDirectory(cache, "unpacking-");
        try (InputStream compressed = archive.openStream();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(compressed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                TarFile.write(entry, tar, unfinished);
            }
            FileModes.set(unfinished, 0755);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Another launcher was faster.
            if (Files.notExists(target)) {
                throw e;
            }
        } finally {
            DirectoryTree.delete(unfinished);
        }
    }
}
