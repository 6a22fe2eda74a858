package dev.goldenpath.jupiter;

import dev.goldenpath.priority.PriorityClassOrderer;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Orders test classes by priority, and closes the run with its launcher session. Found by JUnit with {@link
 * java.util.ServiceLoader}. Not for use in code.
 *
 * @since 0.1.0
 */
public final class GoldenPathSessionListener implements LauncherSessionListener {
    private static final String CLASS_ORDER = ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME;

    private boolean orderSet;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty(CLASS_ORDER) == null) {
            System.setProperty(CLASS_ORDER, PriorityClassOrderer.class.getName());
            orderSet = true;
        }
    }

    /**
     * Closes the run, where one is open.
     *
     * @throws IllegalStateException when something went wrong that no test could report; it fails the build
     */
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (orderSet) {
            System.clearProperty(CLASS_ORDER);
        }
        RunSession.ifOpen().ifPresent(RunClosing::close);
    }
}
