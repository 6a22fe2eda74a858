package dev.goldenpath.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The worklog in a folder of reports, and those of earlier runs that are kept for what people noted in them. The caller holds
 * the folder.
 */
final class KeptWorklogs {
    private static final String DAMAGED = "-damaged";
    private static final String UNKNOWN = "unknown-run";

    private final Path folder;
    private final Path current;

    KeptWorklogs(Path folder) {
        this.folder = folder;
        this.current = folder.resolve(Reports.WORKLOG);
    }

    /** A page, and what people noted in it. */
    private static final class Page {
        final byte[] bytes;
        final WorklogNotes notes;
        final boolean utf8;

        Page(byte[] bytes, WorklogNotes notes, boolean utf8) {
            this.bytes = bytes;
            this.notes = notes;
            this.utf8 = utf8;
        }

        /** Whether something of it would be lost with it, though its notes were shown again. */
        boolean isDamaged() {
            return notes.isDamaged() || !utf8;
        }

        String run() {
            return notes.run().orElse(UNKNOWN);
        }
    }

    /**
     * What people noted of {@code run}: in the folder's worklog, else in one that was kept. A worklog of another run is kept
     * where people noted anything in it, and so is one with damaged markers.
     *
     * @throws IOException when one can't be read or kept
     */
    WorklogNotes notesOf(String run) throws IOException {
        Optional<Page> page = read(current);
        if (page.isPresent() && page.get().run().equals(run)) {
            if (page.get().isDamaged()) {
                keep(page.get(), run + DAMAGED);
            }
            return page.get().notes;
        }
        if (page.isPresent()) {
            putAside();
        }
        return kept(run);
    }

    /**
     * Removes the folder's worklog, unless people noted anything in it: then it becomes {@code worklog-<run>.md}.
     *
     * @throws IOException when it can't be read, kept or removed
     */
    void putAside() throws IOException {
        Optional<Page> page = read(current);
        if (page.isPresent() && page.get().isDamaged()) {
            keep(page.get(), page.get().run() + DAMAGED);
        } else if (page.isPresent() && !page.get().notes.isKnown(kept(page.get().run()))) {
            keep(page.get(), page.get().run());
        }
        Files.deleteIfExists(current);
    }

    /** Names of the pages that are kept, in the order of their names. */
    List<String> names() throws IOException {
        return pages().stream().map(KeptWorklogs::nameOf).toList();
    }

    /** Those of {@code run} whose markers were damaged. */
    List<String> damaged(String run) throws IOException {
        return names().stream()
                .filter(name -> name.startsWith(prefix(run) + DAMAGED))
                .toList();
    }

    /** Of several the newest, which has what was noted in the others. */
    private WorklogNotes kept(String run) throws IOException {
        Path newest = null;
        for (Path file : pages()) {
            String name = nameOf(file);
            boolean may = name.startsWith(prefix(run)) && !name.startsWith(prefix(run) + DAMAGED);
            if (may
                    && read(file).filter(page -> page.run().equals(run)).isPresent()
                    && (newest == null
                            || Files.getLastModifiedTime(newest).compareTo(Files.getLastModifiedTime(file)) <= 0)) {
                newest = file;
            }
        }
        return newest == null
                ? WorklogNotes.none()
                : read(newest).map(page -> page.notes).orElseGet(WorklogNotes::none);
    }

    /** Never over another one. */
    private void keep(Page page, String name) throws IOException {
        Path file = folder.resolve(prefix(name) + ".md");
        for (int number = 2; Files.exists(file); number++) {
            if (Arrays.equals(Files.readAllBytes(file), page.bytes)) {
                return;
            }
            file = folder.resolve(prefix(name) + "-" + number + ".md");
        }
        Path part = folder.resolve(nameOf(file) + ".part");
        Files.write(part, page.bytes);
        Files.move(part, file);
    }

    private List<Path> pages() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> nameOf(file).matches("worklog-.+\\.md"))
                    .sorted()
                    .toList();
        }
    }

    private static String prefix(String name) {
        return "worklog-" + name;
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    private static Optional<Page> read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(new Page(bytes, WorklogNotes.in(text), true));
        } catch (CharacterCodingException e) {
            return Optional.of(new Page(bytes, WorklogNotes.in(new String(bytes, StandardCharsets.UTF_8)), false));
        }
    }
}
