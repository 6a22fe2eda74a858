package dev.goldenpath.policy;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.analysis.Value;

/**
 * A value on the way through a method, and the handlers whose caught throwable it is or was made from. An array learns
 * of them when they are put in, after which it is the same object.
 */
final class Caught implements Value {
    private final int size;
    private final Set<LabelNode> handlers;

    Caught(int size, Set<LabelNode> handlers) {
        this.size = size;
        this.handlers = new HashSet<>(handlers);
    }

    Caught(int size) {
        this(size, Set.of());
    }

    @Override
    public int getSize() {
        return size;
    }

    Set<LabelNode> handlers() {
        return handlers;
    }

    /** This object where the other knows no more handlers, so that the analysis comes to an end. */
    Caught merge(Caught other) {
        if (size == other.size && handlers.containsAll(other.handlers)) {
            return this;
        }
        Caught merged = new Caught(Math.min(size, other.size), handlers);
        merged.handlers.addAll(other.handlers);
        return merged;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Caught that && size == that.size && handlers.equals(that.handlers);
    }

    @Override
    public int hashCode() {
        return handlers.hashCode();
    }
}
