package dev.goldenpath.policy;

import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All {@link AllowFake} that hold for one test class: its own, those of its superclasses, those of classes around it. */
final class Allowances {
    private final Class<?> test;
    private final LocalDate today;
    private final List<Allowance> usable = new ArrayList<>();
    private final Set<Allowance> needed = new LinkedHashSet<>();
    private final List<Finding> misuses = new ArrayList<>();

    Allowances(Class<?> test, LocalDate today) {
        this.test = test;
        this.today = today;
        Set<Class<?>> places = new LinkedHashSet<>();
        addPlaces(test, places);
        for (Class<?> place : places) {
            for (AllowFake annotation : place.getDeclaredAnnotationsByType(AllowFake.class)) {
                add(new Allowance(annotation, place));
            }
        }
    }

    private static void addPlaces(@Nullable Class<?> from, Set<Class<?>> places) {
        for (Class<?> type = from; type != null && places.add(type); type = type.getSuperclass()) {
            addPlaces(type.getEnclosingClass(), places);
        }
    }

    private void add(Allowance allowance) {
        List<String> mistakes = allowance.mistakes();
        if (mistakes.isEmpty()) {
            usable.add(allowance);
        } else {
            misuses.add(allowance.misuse(mistakes, test));
        }
    }

    /**
     * What becomes of a fake.
     *
     * @param finding that says it is a fake
     * @param names binary names it can be allowed by
     */
    Finding ruleOn(Finding finding, List<String> names) {
        Allowance expired = null;
        for (Allowance allowance : usable) {
            if (names.stream().anyMatch(allowance::names)) {
                needed.add(allowance);
                if (!expired(allowance)) {
                    return allowed(finding, allowance);
                }
                expired = allowance;
            }
        }
        return expired == null
                ? finding
                : Reworded.of(finding, Effect.FAKE, "; @AllowFake expired on " + expired.until(), finding.remedy());
    }

    /** What is wrong with them, to be asked when all fakes were ruled on. */
    List<Finding> complaints() {
        List<Finding> complaints = new ArrayList<>(misuses);
        for (Allowance allowance : usable) {
            if (!needed.contains(allowance)) {
                complaints.add(allowance.vain(test));
            }
        }
        return complaints;
    }

    private boolean expired(Allowance allowance) {
        LocalDate until = allowance.until();
        return until == null || today.isAfter(until);
    }

    private static Finding allowed(Finding finding, Allowance allowance) {
        return Reworded.of(
                finding,
                Effect.ALLOWED,
                "; allowed until " + allowance.until() + ": "
                        + allowance.annotation().reason().strip(),
                "Replace it by the real service before " + allowance.until() + " is over.");
    }
}
