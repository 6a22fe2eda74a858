package dev.goldenpath.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** No two packages need each other, not even by way of others. */
final class NoCycles implements Rule {
    @Override
    public Ruling ruleOn(House house) {
        return new Ruling(
                house.classes().size(),
                slices().matching(house.base() + ".(**)")
                        .should()
                        .beFreeOfCycles()
                        .evaluate(house.classes())
                        .getFailureReport()
                        .getDetails());
    }
}
