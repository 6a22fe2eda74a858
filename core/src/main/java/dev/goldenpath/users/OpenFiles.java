package dev.goldenpath.users;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * How many files, connections among them, this process has open, and may.
 *
 * @param open at the moment
 * @param most there may be; the largest number where the system does not tell
 */
record OpenFiles(long open, long most) {
    /** HTTP and a WebSocket. */
    private static final int WANTED_BY_EACH = 2;

    static OpenFiles now() {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName system = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
            return new OpenFiles((Long) beans.getAttribute(system, "OpenFileDescriptorCount"), (Long)
                    beans.getAttribute(system, "MaxFileDescriptorCount"));
        } catch (JMException e) {
            // Windows, or another JVM: there is no such number.
            return new OpenFiles(0, Long.MAX_VALUE);
        }
    }

    /**
     * Makes sure that each of so many users can have a connection.
     *
     * @throws IllegalStateException when they can't
     */
    void requireFor(int users) {
        if (most - open < users) {
            throw new IllegalStateException(users + " users at once need a connection each, and this process may have "
                    + most + " files and connections open, of which " + open + " are. Let it have at least "
                    + (open + (long) WANTED_BY_EACH * users) + " (on Linux: ulimit -n), or ask for fewer users.");
        }
    }
}
