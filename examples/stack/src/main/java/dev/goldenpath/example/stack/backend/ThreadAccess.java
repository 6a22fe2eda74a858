package dev.goldenpath.example.stack.backend;

import java.util.UUID;

/** As whose a thread is looked for: that of the caller, who has no other. Thread-safe. */
final class ThreadAccess {
    private final ChatStore store;
    private final Faults faults;

    ThreadAccess(ChatStore store, Faults faults) {
        this.store = store;
        this.faults = faults;
    }

    /** Returns the caller, or the thread's real owner where everybody may act as such. */
    UUID ownerFor(UUID caller, UUID threadId) {
        return faults.isOn(Fault.AUTH_ANOTHER_USER) ? store.ownerOf(threadId).orElse(caller) : caller;
    }
}
