package dev.goldenpath.report;

import dev.goldenpath.evidence.Attachment;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the JUnit XML names the files that tests attached, so that CI servers find them. */
final class AttachmentPaths {
    /** In GitLab, the folder that paths in a report have to be relative to. Jenkins takes absolute ones. */
    private static final String GITLAB_PROJECT = "CI_PROJECT_DIR";
    /** Each line takes from what a reader shows of a test. */
    private static final int MOST = 20;

    private static final Pattern UNREADABLE = Pattern.compile("[\\[\\]|\\p{Cntrl}]");

    private final Path folder;
    private final @Nullable Path project;

    private AttachmentPaths(Path folder, @Nullable Path project) {
        this.folder = folder;
        this.project = project;
    }

    /**
     * Of files in {@code folder}.
     *
     * @param variables of the environment, which tell where GitLab has the project
     */
    static AttachmentPaths in(Path folder, Map<String, String> variables) {
        Path whole = folder.toAbsolutePath().normalize();
        return new AttachmentPaths(
                whole,
                Optional.ofNullable(variables.get(GITLAB_PROJECT))
                        .flatMap(AttachmentPaths::folder)
                        .filter(whole::startsWith)
                        .orElse(null));
    }

    /**
     * A line for each attachment that was kept, {@code [[ATTACHMENT|path]]}, at most twenty of them. One whose path these
     * lines have no way to write is left out.
     */
    List<String> lines(List<Attachment> attachments) {
        return attachments.stream()
                .flatMap(each -> Stream.ofNullable(each.file()))
                .map(this::path)
                .filter(path -> !UNREADABLE.matcher(path).find())
                .limit(MOST)
                .map(path -> "[[ATTACHMENT|" + path + "]]")
                .toList();
    }

    private String path(String file) {
        Path whole = folder.resolve(file);
        return project == null
                ? whole.toString()
                : project.relativize(whole).toString().replace('\\', '/');
    }

    private static Optional<Path> folder(String text) {
        try {
            return Optional.of(Path.of(text).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
