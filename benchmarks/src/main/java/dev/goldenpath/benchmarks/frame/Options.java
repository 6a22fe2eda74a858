package dev.goldenpath.benchmarks.frame;

import java.util.List;

/**
 * The command line.
 *
 * @param command what to find out
 * @param name about what
 * @param blocks how many pairs of blocks a ratio measures, at least {@value #FEWEST_BLOCKS}
 * @param calls how many calls a block of a ratio has, or a row of an accuracy, or how many classes there are to scan, or
 *     how many rounds of probes, or how many tests to report, or how often each of many users does its work
 */
public record Options(String command, String name, int blocks, int calls) {
    /** What {@code --help} prints. */
    public static final String USAGE = """
            Usage: java -jar benchmarks.jar ratio NAME [--blocks N]
                       [--calls N | --classes N | --rounds N | --tests N | --iterations N]
                   java -jar benchmarks.jar accuracy NAME [--calls N | --iterations N]

              ratio http       what evidence and the run log add to a call of the same HTTP client without them
              ratio websocket  what they add to a round trip over a WebSocket
              ratio witness    what the network witness adds to a call of the library's client
              ratio witness-start
                               how much later the first test begins because of the witness, of 20 pairs of runs
                --blocks N     pairs of blocks to measure, at least 20 (default 40)
                --calls N      calls of each block (default 2000)
              ratio websocket-connect
                               whether any of many connects, one after the other, hangs, and what one takes
                --calls N      connects (default 2000)
              ratio scan       what it takes to look for fakes in the code of tests
                --blocks N     JVMs that each scan it all, at least 20 (default 40)
                --classes N    class files to scan (default 10000)
              ratio probes     how long it takes to find 20 services ready, of which one takes a second to answer
                --rounds N     how often (default 10)
              ratio reports    how long all reports of a large run take, beside a bare parse of its log
                --tests N      tests of that run, with ten exchanges each (default 10000)
              ratio users      what 20 users at once cost more than as many threads with the same clients underneath
                --blocks N     pairs of blocks to measure, at least 20 (default 40)
                --iterations N steps over HTTP, and over a WebSocket, of each user in a block (default 100)
              accuracy http    the phases of a call, against a server with known delays
                --calls N      calls of each kind of server (default 50)
              accuracy users   the percentiles of a step of 20 users, against the server's record of the same requests
                --iterations N steps of each user (default 100)
            """;

    private static final int FEWEST_BLOCKS = 20;
    private static final int MOST = 1_000_000;

    /** Reads the command line, or says what is wrong with it in a {@link UsageException}. */
    public static Options parse(List<String> arguments) {
        if (arguments.size() < 2) {
            throw new UsageException("A command and a name are needed.");
        }
        String command = arguments.get(0);
        int blocks = 40;
        String counted = counted(command + " " + arguments.get(1));
        int calls = usual(counted, command);
        for (int i = 2; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            if (option.equals(counted)) {
                calls = number(option, value, 1);
            } else if (option.equals("--blocks") && command.equals("ratio")) {
                blocks = number(option, value, FEWEST_BLOCKS);
            } else {
                throw new UsageException("'" + option + "' is no option of '" + command + "'.");
            }
        }
        return new Options(command, arguments.get(1), blocks, calls);
    }

    /** The option that tells how much there is to do. */
    private static String counted(String benchmark) {
        return switch (benchmark) {
            case "ratio scan" -> "--classes";
            case "ratio probes" -> "--rounds";
            case "ratio reports" -> "--tests";
            case "ratio users", "accuracy users" -> "--iterations";
            default -> "--calls";
        };
    }

    private static int usual(String counted, String command) {
        return switch (counted) {
            case "--classes", "--tests" -> 10_000;
            case "--rounds" -> 10;
            case "--iterations" -> 100;
            default -> command.equals("ratio") ? 2000 : 50;
        };
    }

    private static int number(String option, String value, int least) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new UsageException(option + " must be a number from " + least + " to " + MOST + ", not '" + value + "'.");
    }
}
