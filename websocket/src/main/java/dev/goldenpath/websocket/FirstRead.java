package dev.goldenpath.websocket;

import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A list that tells when it is read for the first time. Thread-safe. */
final class FirstRead extends AbstractList<String> {
    private final List<String> values;
    private final Runnable told;
    private final AtomicBoolean read = new AtomicBoolean();

    FirstRead(List<String> values, Runnable told) {
        this.values = values;
        this.told = told;
    }

    @Override
    public String get(int index) {
        if (!read.getAndSet(true)) {
            told.run();
        }
        return values.get(index);
    }

    @Override
    public int size() {
        return values.size();
    }
}
