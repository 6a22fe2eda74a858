package dev.goldenpath.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a worklog stands beside.
 *
 * @param folder where the reports are
 * @param files the reports of the run, with the worklog itself
 * @param notes what people noted in it
 * @param kept names of earlier worklogs that are kept for their notes
 * @param damaged those of them that are of this run, and whose markers were damaged
 */
record WorklogPlace(Path folder, List<Path> files, WorklogNotes notes, List<String> kept, List<String> damaged) {

    /** Copies the lists. */
    WorklogPlace {
        files = List.copyOf(files);
        kept = List.copyOf(kept);
        damaged = List.copyOf(damaged);
    }

    /**
     * What stands in {@code folder}; puts a worklog of another run aside where people noted anything in it.
     *
     * @param files the reports of the run, with the worklog itself
     * @throws IOException when an earlier worklog can't be read or kept
     */
    static WorklogPlace in(Path folder, String run, List<Path> files) throws IOException {
        KeptWorklogs worklogs = new KeptWorklogs(folder);
        WorklogNotes notes = worklogs.notesOf(run);
        return new WorklogPlace(folder, files, notes, worklogs.names(), worklogs.damaged(run));
    }
}
