package dev.goldenpath.cause;

import static dev.goldenpath.cause.World.sign;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.ServiceState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of every tree and of any number of tests. */
class OneOutageTest {
    private static final int TREES = 200;

    /** Services by name, each with those of higher numbers that it can't do without. */
    private static Map<String, List<String>> tree(Random random) {
        int size = 1 + random.nextInt(12);
        Map<String, List<String>> tree = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            int from = i;
            tree.put(
                    name(i),
                    random.ints(random.nextInt(4), 0, 12)
                            .filter(to -> to > from && to < size)
                            .distinct()
                            .mapToObj(OneOutageTest::name)
                            .toList());
        }
        return tree;
    }

    private static String name(int i) {
        return String.format("s%02d", i);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void oneDeadServiceIsOneCauseAndTwoIndependentOnesAreTwo(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TREES; i++) {
            Map<String, List<String>> tree = tree(random);
            List<String> names = List.copyOf(tree.keySet());
            String dead = names.get(random.nextInt(names.size()));
            String other = names.get(random.nextInt(names.size()));
            Set<String> roots = new TreeSet<>(Set.of(dead));
            if (!reach(tree, dead).contains(other) && !reach(tree, other).contains(dead)) {
                roots.add(other);
            }
            World world = world(tree, roots);
            int number = tests(world, tree, roots, random);

            List<RootCause> causes = world.causes();
            assertThat(causes.stream().map(RootCause::service))
                    .as("tree %s", tree)
                    .isSubsetOf(roots)
                    .doesNotHaveDuplicates();
            // Each root has a test that needs it and nothing else.
            assertThat(causes).as("tree %s", tree).hasSize(roots.size());
            assertThat(causes.stream().mapToInt(cause -> cause.tests().size()).sum())
                    .isEqualTo(number);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void whatNeedsNothingDeadIsNeverFolded(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TREES; i++) {
            Map<String, List<String>> tree = tree(random);
            List<String> names = List.copyOf(tree.keySet());
            Set<String> roots = Set.of(names.get(random.nextInt(names.size())));
            World world = world(tree, roots);
            tests(world, tree, roots, random);
            Set<String> well = new HashSet<>();
            for (String service : names) {
                if (isWell(tree, roots, service)) {
                    well.add("blocked by " + service);
                    world.blocked("blocked by " + service, 11, service);
                    well.add("failed with " + service);
                    world.failed("failed with " + service, 11, sign(11, service, "HTTP 503"));
                }
            }
            world.failed("assertion", 11);
            well.add("assertion");

            assertThat(world.causes().stream()
                            .flatMap(cause -> cause.tests().stream())
                            .map(each -> each.test().name()))
                    .as("tree %s, dead %s", tree, roots)
                    .doesNotContainAnyElementsOf(well);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void withoutAProbeNothingIsConfirmed(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TREES; i++) {
            Map<String, List<String>> tree = tree(random);
            World world = new World();
            tree.forEach((name, needs) -> world.service(name, needs.toArray(new String[0])));
            tests(world, tree, Set.of(name(0)), random);
            tests(world, tree, Set.of(name(0)), random);

            assertThat(world.causes())
                    .noneMatch(RootCause::isConfirmed)
                    .flatExtracting(RootCause::tests)
                    .flatExtracting(FoldedTest::whys)
                    .extracting(Why::standing)
                    .doesNotContain(Standing.CONFIRMED);
        }
    }

    private static World world(Map<String, List<String>> tree, Set<String> roots) {
        World world = new World();
        tree.forEach((name, needs) -> world.service(name, needs.toArray(new String[0])));
        for (String service : tree.keySet()) {
            world.probe(0, service, ServiceState.HEALTHY);
            if (!isWell(tree, roots, service)) {
                String[] because = tree.get(service).stream()
                        .filter(need -> !isWell(tree, roots, need))
                        .toArray(String[]::new);
                world.probe(10, service, ServiceState.FAILED, because);
                world.probe(20, service, ServiceState.HEALTHY);
            }
        }
        return world;
    }

    /** For each service that is not well two tests or more, some blocked and some failed. */
    private static int tests(World world, Map<String, List<String>> tree, Set<String> roots, Random random) {
        int before = world.tests().size();
        for (String service : tree.keySet()) {
            if (!isWell(tree, roots, service)) {
                world.failed("fails " + service, 9, sign(9, service, "HTTP 503"));
                for (int i = 0; i <= random.nextInt(3); i++) {
                    world.blocked("blocked " + service, 11 + i, service);
                }
            }
        }
        return world.tests().size() - before;
    }

    private static boolean isWell(Map<String, List<String>> tree, Set<String> roots, String service) {
        return reach(tree, service).stream().noneMatch(roots::contains);
    }

    /** The service itself, and all it can't do without. */
    private static Set<String> reach(Map<String, List<String>> tree, String service) {
        Set<String> reach = tree.get(service).stream()
                .flatMap(need -> reach(tree, need).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        reach.add(service);
        return reach;
    }
}
