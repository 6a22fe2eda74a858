package dev.goldenpath.witness;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives each event of the wire to the test it belongs to. What a thread does between the begin and the end of an exchange
 * is that exchange's; what it does besides, while a test's own part runs on it, is the test's; what other threads do is
 * the test's where no other test ran meanwhile. Keeps totals alone, so that its memory does not grow with the traffic.
 * Thread-safe; a tally is to be read under its lock.
 */
final class Attribution implements WireEvents {
    private static final String OF_THE_LIBRARY = "goldenpath-";
    private static final int MOST_PEERS = 4096;

    private final Map<Long, OnThread> threads = new HashMap<>();
    private final Map<Long, OpenExchange> open = new LinkedHashMap<>();
    private final Map<Long, TestTally> watched = new LinkedHashMap<>();
    private final Set<Long> running;
    private final Map<Peer, Traffic> unbracketed = new LinkedHashMap<>();
    private long runningSince = Long.MIN_VALUE;

    /** With these tests running from before the first event. */
    Attribution(Collection<Long> running) {
        this.running = new HashSet<>(running);
    }

    /** The exchanges and the tests' parts that are open on one thread, the latest first. */
    private record OnThread(Deque<OpenExchange> exchanges, Deque<Long> parts) {
        OnThread() {
            this(new ArrayDeque<>(2), new ArrayDeque<>(2));
        }

        boolean isIdle() {
            return exchanges.isEmpty() && parts.isEmpty();
        }
    }

    /**
     * Adds up for this recording from now on.
     *
     * @param firstThread the least id of threads that were made since it began
     */
    synchronized void watch(long recording, long firstThread) {
        watched.put(recording, new TestTally(firstThread));
    }

    /** What was added up for it. */
    synchronized TestTally tally(long recording) {
        return watched.getOrDefault(recording, new TestTally(Long.MAX_VALUE));
    }

    synchronized boolean hasEnded(long recording) {
        return tally(recording).hasEnded();
    }

    /** Whether it has heard of both the begin and the end. */
    synchronized boolean hasWhole(long recording) {
        return tally(recording).hasBegun() && tally(recording).hasEnded();
    }

    synchronized void forget(long recording) {
        watched.remove(recording);
        if (watched.isEmpty()) {
            unbracketed.clear();
        }
    }

    @Override
    public synchronized void used(SocketUse use) {
        OnThread thread = threads.get(use.thread());
        OpenExchange own = thread == null ? null : thread.exchanges.peekFirst();
        if (own != null) {
            own.used(use);
            return;
        }
        open.values().forEach(exchange -> exchange.usedAside(use));
        if (unbracketed.size() < MOST_PEERS || unbracketed.containsKey(use.peer())) {
            unbracketed.computeIfAbsent(use.peer(), peer -> new Traffic()).add(use);
        }
        if (!isOtherEndOfAnExchange(use.peer()) && !use.threadName().startsWith(OF_THE_LIBRARY)) {
            foreign(use, thread == null ? null : thread.parts.peekFirst());
        }
    }

    private boolean isOtherEndOfAnExchange(Peer peer) {
        boolean seen = false;
        for (TestTally tally : watched.values()) {
            seen |= tally.sawOtherEnd(peer);
        }
        return seen;
    }

    private void foreign(SocketUse use, @Nullable Long part) {
        if (part != null) {
            tally(part).foreign(use, true);
        } else if (running.size() == 1 && runningSince <= use.startNanos()) {
            running.forEach(only -> tally(only).foreignAside(use, true));
        } else {
            running.forEach(one -> tally(one).foreignAside(use, false));
        }
    }

    @Override
    public synchronized void exchangeBegun(long thread, long number) {
        OpenExchange exchange = new OpenExchange(number, thread);
        open.put(number, exchange);
        threads.computeIfAbsent(thread, id -> new OnThread()).exchanges.addFirst(exchange);
    }

    @Override
    public synchronized void exchangeEnded(ExchangeClaim claim) {
        OpenExchange exchange = open.get(claim.number());
        if (exchange == null) {
            return;
        }
        close(exchange);
        TestTally tally = watched.get(claim.recording());
        if (tally != null) {
            tally.exchange(claim, exchange);
        }
    }

    /** With those that began within it on its thread and never ended. */
    private void close(OpenExchange exchange) {
        OnThread thread = threads.get(exchange.thread());
        if (thread != null && thread.exchanges.contains(exchange)) {
            OpenExchange closed;
            do {
                closed = thread.exchanges.removeFirst();
                open.remove(closed.number());
            } while (closed != exchange);
            forgetIdle(exchange.thread(), thread);
        }
    }

    @Override
    public synchronized void marked(long thread, TestMark.What what, long recording, long nanos) {
        switch (what) {
            case TEST_BEGUN -> {
                running.add(recording);
                runningSince = nanos;
                tally(recording).begin(unbracketed);
            }
            case SHARED_BEGUN -> tally(recording).begin(unbracketed);
            case PART_BEGUN -> {
                partBegins(thread, recording);
                tally(recording).enterPart();
            }
            case PART_ENDED -> {
                partEnds(recording);
                tally(recording).leavePart();
            }
            case TEST_ENDED -> {
                running.remove(recording);
                runningSince = nanos;
                end(recording);
            }
            case SHARED_ENDED -> end(recording);
        }
    }

    private void partBegins(long thread, long recording) {
        OnThread on = threads.computeIfAbsent(thread, id -> new OnThread());
        on.parts.addFirst(recording);
    }

    private void partEnds(long recording) {
        threads.values().removeIf(on -> on.parts.removeFirstOccurrence(recording) && on.isIdle());
    }

    private void end(long recording) {
        threads.values().removeIf(on -> on.parts.removeIf(part -> part == recording) && on.isIdle());
        tally(recording).end();
    }

    private void forgetIdle(long id, OnThread thread) {
        if (thread.isIdle()) {
            threads.remove(id);
        }
    }

    @Override
    public synchronized void forged(long thread) {
        OnThread on = threads.get(thread);
        Long part = on == null ? null : on.parts.peekFirst();
        if (part == null) {
            running.forEach(one -> tally(one).forged());
        } else {
            tally(part).forged();
        }
    }

    @Override
    public synchronized void lost() {
        watched.values().forEach(TestTally::lost);
    }

    /** What was exchanged with a peer outside all exchanges since the test began. */
    synchronized Traffic unbracketed(Peer peer) {
        return unbracketed.getOrDefault(peer, new Traffic()).copy();
    }
}
