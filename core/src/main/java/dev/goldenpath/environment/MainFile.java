package dev.goldenpath.environment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file that declares the environments: the one that is named, else {@code goldenpath.yaml}. */
final class MainFile {
    private static final String FILE_NAME = "goldenpath.yaml";

    private MainFile() {}

    /**
     * Finds it.
     *
     * @throws ConfigurationException when there is none, or it can't be read
     */
    static TextFile find(Map<String, String> properties, Map<String, String> variables, Path workingDirectory) {
        Optional<Setting> configured = RunSetting.FILE.read(properties, variables);
        String path = configured.map(Setting::value).orElse(FILE_NAME);
        Path looked = workingDirectory.resolve(path);
        TextFiles files = new TextFiles(workingDirectory);
        try {
            Optional<TextFile> onDisk = files.onDisk(path);
            if (onDisk.isPresent()) {
                return onDisk.get();
            }
            if (configured.isPresent()) {
                throw new ConfigurationException(
                        "There is no file " + looked.toAbsolutePath().normalize() + ", named by "
                                + configured.get().origin() + ".",
                        List.of());
            }
            return files.onClassPath(FILE_NAME)
                    .orElseThrow(() -> new ConfigurationException(
                            "There is no " + FILE_NAME + ": neither "
                                    + looked.toAbsolutePath().normalize()
                                    + " nor on the class path. Write one, or name it with -Dgoldenpath.file=….",
                            List.of()));
        } catch (IOException e) {
            throw new ConfigurationException("Can't read " + looked + ": " + e, List.of());
        }
    }
}
