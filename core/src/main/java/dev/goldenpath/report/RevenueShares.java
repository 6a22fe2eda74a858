package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.verdict.Verdict;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How much of the declared revenue stands where after a run; the three shares add up to all of it. */
final class RevenueShares {
    private static final int CENTS = 2;

    private final Map<String, BigDecimal> monthly;
    private final Map<String, Standing> standings = new LinkedHashMap<>();
    private final Set<String> unprotected = new LinkedHashSet<>();
    private final String currency;

    /** What a run says of one name below {@code revenue}. */
    enum Standing {
        /** All tests of the run that protect it passed. */
        VERIFIED,
        /** Not all of them passed, or no test protects it though the run was asked for all. */
        AT_RISK,
        /** No test of the run protects it, and the run was asked for less than all. */
        NOT_LOOKED_AT;

        /** For people. */
        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private RevenueShares(LoggedRun run) {
        this.monthly = run.revenue().monthly();
        this.currency = run.revenue().currency();
        boolean all = !run.isPartial();
        Map<String, Boolean> passed = new HashMap<>();
        run.tests()
                .forEach(test -> test.plan()
                        .protects()
                        .forEach(name -> passed.merge(name, test.verdict() == Verdict.PASSED, Boolean::logicalAnd)));
        for (String name : monthly.keySet()) {
            if (!passed.containsKey(name)) {
                unprotected.add(name);
                standings.put(name, all ? Standing.AT_RISK : Standing.NOT_LOOKED_AT);
            } else {
                standings.put(name, passed.getOrDefault(name, false) ? Standing.VERIFIED : Standing.AT_RISK);
            }
        }
    }

    /** As the gate counts it. */
    static RevenueShares of(LoggedRun run) {
        return new RevenueShares(run);
    }

    /** What the run says of a name, and why where that is not plain. */
    String saysOf(String name) {
        Standing standing = standings.getOrDefault(name, Standing.NOT_LOOKED_AT);
        return standing == Standing.AT_RISK && unprotected.contains(name)
                ? standing.words() + ": no test protects it"
                : standing.words();
    }

    /** By name, in the order of the file. */
    Map<String, Standing> standings() {
        return standings;
    }

    BigDecimal of(Standing standing) {
        return standings.entrySet().stream()
                .filter(each -> each.getValue() == standing)
                .map(each -> monthly.getOrDefault(each.getKey(), BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal total() {
        return monthly.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** {@code 40,000.50 USD}. */
    String words(BigDecimal amount) {
        int digits = amount.stripTrailingZeros().scale() <= 0 ? 0 : Math.max(CENTS, amount.scale());
        return String.format(Locale.ROOT, "%,." + digits + "f ", amount) + currency;
    }

    /** As {@link #words(BigDecimal)}, of the revenue of one name. */
    String words(String name) {
        return words(monthly.getOrDefault(name, BigDecimal.ZERO));
    }
}
