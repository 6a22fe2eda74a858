package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicyRule;

/** Waiting for a time instead of for a condition. */
final class Sleeps {
    private static final Callees SLEEPS = Callees.of(
            "java/lang/Thread sleep",
            "java/util/concurrent/TimeUnit sleep",
            "java/util/concurrent/locks/LockSupport parkNanos parkUntil",
            "com/google/common/util/concurrent/Uninterruptibles sleepUninterruptibly",
            "org/apache/commons/lang3/ThreadUtils sleep sleepQuietly",
            "kotlinx/coroutines/DelayKt delay",
            "com/microsoft/playwright/Page waitForTimeout",
            "com/codeborne/selenide/Selenide sleep");

    private Sleeps() {}

    static AuditRule rule() {
        return new ForbiddenCall(
                PolicyRule.SLEEP,
                SLEEPS,
                "sleeps:",
                "Wait for what should happen, with a limit: eventually(…) of a request, arriveInOrder(…) of events.");
    }
}
