package dev.goldenpath.benchmarks.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.benchmarks.frame.Options;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairsTest {
    private final StringBuilder order = new StringBuilder();

    @Test
    void theOneThatGoesFirstChangesFromPairToPair() throws IOException {
        Pairs pairs = Pairs.measure(new Noted("b"), new Noted("o"), new Options("ratio", "x", 4, 3));

        String two = "bbb." + "ooo." + "ooo." + "bbb.";
        assertThat(order).hasToString(two + two + two);
        assertThat(pairs.all()).hasSize(4);
    }

    @Test
    void eachBlockIsComparedWithTheOneBesideIt() {
        Pairs pairs = new Pairs(List.of(pair(10, 15), pair(100, 110), pair(20, 40)));

        assertThat(pairs.base(Block::cpuMicros).median()).isEqualTo(20);
        assertThat(pairs.added(Block::cpuMicros).median()).isEqualTo(10);
        assertThat(pairs.times(Block::cpuMicros).median()).isEqualTo(1.5);
    }

    private static Pairs.Pair pair(double base, double ours) {
        return new Pairs.Pair(new Block(base, 0, 0, 0), new Block(ours, 0, 0, 0));
    }

    /** Notes each call by its name, and each end of a block by a dot. */
    private final class Noted implements Variant {
        private final String name;

        Noted(String name) {
            this.name = name;
        }

        @Override
        public void call() {
            order.append(name);
        }

        @Override
        public void finish() {
            order.append('.');
        }

        @Override
        public void close() {}
    }
}
