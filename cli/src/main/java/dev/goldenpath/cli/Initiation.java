package dev.goldenpath.cli;

import dev.goldenpath.evidence.Redaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a starter project, and prints what it has and how to run it. */
final class Initiation {
    private final Path folder;
    private final @Nullable String url;
    private final String packageName;
    private final boolean force;
    private final Redaction redaction;
    private final Screen screen;

    /**
     * A project that is not written yet.
     *
     * @param folder the empty path for the working directory
     * @param url the service to test, absent for the example product
     * @param force whether files that are there are overwritten
     */
    Initiation(
            Path folder, @Nullable String url, String packageName, boolean force, Redaction redaction, Screen screen) {
        this.folder = folder;
        this.url = url;
        this.packageName = packageName;
        this.force = force;
        this.redaction = redaction;
        this.screen = screen;
    }

    ExitCode run() {
        RunPage page = new RunPage(screen);
        try {
            StarterTarget target = url == null ? null : StarterTarget.of(url);
            StarterProject project = StarterProject.of(folder, target, packageName);
            project.write(force);
            tell(project, target);
            return ExitCode.PASS;
        } catch (StarterRefusedException e) {
            page.broken(String.valueOf(e.getMessage()));
            return ExitCode.CONFIGURATION;
        } catch (IOException e) {
            page.broken("The project could not be written: " + e);
            return page.ended(List.of(ExitCode.BROKEN));
        } catch (RuntimeException e) {
            new BrokenPage(screen, redaction).print(e);
            return ExitCode.BROKEN;
        }
    }

    private void tell(StarterProject project, @Nullable StarterTarget target) {
        screen.line("Wrote a project that tests " + (target == null ? "the example product" : target.origin()) + ":");
        project.files().forEach(file -> screen.line("  " + folder.resolve(file)));
        screen.gap();
        screen.line("Run it:");
        screen.line("  mvn -B -ntp verify" + (folder.toString().isEmpty() ? "" : " -f " + quoted(folder.toString())));
        String version = Objects.requireNonNull(Versions.all().get("goldenpath"));
        if (version.endsWith("-SNAPSHOT")) {
            screen.gap();
            screen.line("Golden Path " + version + " is not released. Put it into your Maven repository first, from its"
                    + " sources:");
            screen.line("  mvn -B -ntp install -DskipUnitTests -DskipITs");
        }
        if (target != null) {
            screen.gap();
            screen.line("Its test asks for " + target.path() + " and expects 200: correct it where that is not what "
                    + target.origin() + " says.");
        }
    }

    private static String quoted(String folder) {
        return folder.contains(" ") ? '"' + folder + '"' : folder;
    }
}
