package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

    @Test
    void handsOverInOrderWhateverIsDoneFirst() throws IOException {
        CountDownLatch secondDone = new CountDownLatch(1);
        List<String> taken = new ArrayList<>();
        List<Callable<String>> pieces = new ArrayList<>(List.of(
                () -> {
                    // On one processor there is no other thread that could be faster.
                    if (Runtime.getRuntime().availableProcessors() > 1) {
                        assertThat(secondDone.await(30, TimeUnit.SECONDS)).isTrue();
                    }
                    return "first";
                },
                () -> {
                    secondDone.countDown();
                    return "second";
                }));
        IntStream.range(0, 100).forEach(i -> pieces.add(() -> "piece " + i));
        forEach(pieces, taken);
        assertThat(taken).startsWith("first", "second", "piece 0").hasSize(102).endsWith("piece 99");
    }

    @Test
    void asksForAPieceOnlyWhenItsTurnIsNear() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        InOrder.<Integer>forEach(
                () -> asked.get() == 200 ? null : piece(asked.incrementAndGet()),
                piece -> most.accumulateAndGet(asked.get() - taken.getAndIncrement(), Math::max));
        assertThat(taken).hasValue(200);
        assertThat(most.get()).isLessThanOrEqualTo(10);
    }

    @Test
    void whatAPieceThrowsIsThrown() {
        assertThatThrownBy(() -> forEach(
                        List.of(() -> {
                            throw new IOException("no disk");
                        }),
                        new ArrayList<>()))
                .isInstanceOf(IOException.class)
                .hasMessage("no disk");
        assertThatThrownBy(() -> forEach(
                        List.of(() -> {
                            throw new IllegalStateException("odd");
                        }),
                        new ArrayList<>()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("odd");
    }

    @Test
    void anInterruptEndsIt() {
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> forEach(
                        List.of(() -> {
                            never.await();
                            return "never";
                        }),
                        new ArrayList<>()))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static Callable<Integer> piece(int number) {
        return () -> number;
    }

    private static void forEach(List<Callable<String>> pieces, List<String> taken) throws IOException {
        Iterator<Callable<String>> left = pieces.iterator();
        InOrder.forEach(() -> left.hasNext() ? left.next() : null, taken::add);
    }
}
