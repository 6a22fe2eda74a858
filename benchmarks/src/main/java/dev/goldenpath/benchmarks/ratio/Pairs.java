package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.benchmarks.frame.Options;
import dev.goldenpath.benchmarks.frame.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Blocks of two variants, measured in turns in one run, so that what disturbs the machine disturbs both. Immutable.
 *
 * @param all in the order they were measured
 */
record Pairs(List<Pair> all) {

    /** A block of each, one right after the other. */
    record Pair(Block base, Block ours) {}

    Pairs {
        all = List.copyOf(all);
    }

    /** Measures as many pairs as asked for, after half as many that do not count. */
    static Pairs measure(Variant base, Variant ours, Options options) throws IOException {
        for (int i = 0; i < options.blocks() / 2; i++) {
            pair(base, ours, options.calls(), i);
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < options.blocks(); i++) {
            pairs.add(pair(base, ours, options.calls(), i));
        }
        return new Pairs(pairs);
    }

    /** What each baseline block shows. */
    Samples base(ToDoubleFunction<Block> figure) {
        return Samples.of(all.stream().mapToDouble(pair -> figure.applyAsDouble(pair.base())));
    }

    /** What ours has more than the baseline right beside it. */
    Samples added(ToDoubleFunction<Block> figure) {
        return compared(figure, (ours, base) -> ours - base);
    }

    /** How many times the baseline right beside it ours is. */
    Samples times(ToDoubleFunction<Block> figure) {
        return compared(figure, (ours, base) -> ours / base);
    }

    private Samples compared(ToDoubleFunction<Block> figure, DoubleBinaryOperator comparison) {
        return Samples.of(all.stream()
                .mapToDouble(pair -> comparison.applyAsDouble(
                        figure.applyAsDouble(pair.ours()), figure.applyAsDouble(pair.base()))));
    }

    /** The one that goes first changes from pair to pair, as the second may gain from the first. */
    private static Pair pair(Variant base, Variant ours, int calls, int number) throws IOException {
        if (number % 2 == 0) {
            Block first = Block.of(base, calls);
            return new Pair(first, Block.of(ours, calls));
        }
        Block first = Block.of(ours, calls);
        return new Pair(Block.of(base, calls), first);
    }
}
