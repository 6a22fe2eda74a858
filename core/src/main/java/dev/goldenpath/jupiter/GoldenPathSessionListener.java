package dev.goldenpath.jupiter;

import dev.goldenpath.priority.PriorityClassOrderer;
import dev.goldenpath.priority.PriorityMethodOrderer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Orders tests by priority, and closes the run with the launcher session it was opened in. Found by JUnit with {@link
 * java.util.ServiceLoader}. Not for use in code.
 *
 * @since 0.1.0
 */
public final class GoldenPathSessionListener implements LauncherSessionListener {
    private final List<String> propertiesSet = new ArrayList<>();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        RunSession.sessionOpened();
        order(ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME, PriorityClassOrderer.class);
        order(MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME, PriorityMethodOrderer.class);
    }

    /**
     * Closes the run, where one was opened in this session.
     *
     * @throws IllegalStateException when something went wrong that no test could report; it fails the build
     */
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        propertiesSet.forEach(System::clearProperty);
        LeftToOthers left = RunSession.leftToOthers();
        RunSession.sessionClosed()
                .ifPresentOrElse(RunClosing::close, () -> left.emptyShard().ifPresent(EmptyShard::close));
    }

    private void order(String property, Class<?> orderer) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, orderer.getName());
            propertiesSet.add(property);
        }
    }
}
