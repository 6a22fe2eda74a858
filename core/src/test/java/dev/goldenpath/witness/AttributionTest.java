package dev.goldenpath.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.SocketTraffic;
import dev.goldenpath.witness.TestMark.What;
import dev.goldenpath.witness.WitnessedTest.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionTest {
    private static final long TEST = 7;
    private static final long OTHER_TEST = 8;
    private static final long THREAD = 1;
    private static final long CHILD = 20;
    private static final Peer SERVICE = new Peer("10.1.2.3", 80);
    private static final Peer LOCAL = new Peer("10.1.2.9", 40001);

    private final Attribution attribution = new Attribution(List.of());
    private final Claims claims = new Claims();
    private long clock;

    @Test
    void anExchangeWithTheBytesThatTheSocketsSawIsConfirmed() {
        begin(TEST);
        attribution.exchangeBegun(THREAD, 1);
        write(THREAD, 100);
        read(THREAD, 150);
        read(THREAD, 50);
        attribution.exchangeEnded(claim(1, 100, 200, false));

        WitnessedTest told = told(TEST);
        assertThat(told.standing()).isEqualTo(Standing.PROVEN);
        assertThat(told.words()).isEqualTo("This JVM's sockets confirm what the clients say of 1 answer.");
        assertThat(told.equal()).isEqualTo(1);
        assertThat(told.rows())
                .containsExactly(new SocketTraffic(null, "10.1.2.3", 80, 100, 200, 1, 2, false, true, true));
    }

    @Test
    void anAnswerWithoutAnyTrafficIsContradicted() {
        begin(TEST);
        attribution.exchangeBegun(THREAD, 1);
        attribution.exchangeEnded(claim(1, 100, 200, false));

        WitnessedTest told = told(TEST);
        assertThat(told.standing()).isEqualTo(Standing.CONTRADICTED);
        assertThat(told.words()).isEqualTo("This JVM's sockets contradict what the clients say of 1 of 1 answer.");
        assertThat(told.contradictions())
                .containsExactly("GET to 'orders' (call 3): the client says it sent 100 bytes to 10.1.2.3:80 and "
                        + "received 200; this JVM's sockets saw none.");
    }

    @Test
    void anAnswerOfNoPeerAtAllIsContradicted() {
        begin(TEST);
        attribution.exchangeBegun(THREAD, 1);
        attribution.exchangeEnded(
                new ExchangeClaim(1, TEST, "GET to 'orders' (call 3)", null, null, 0, 0, false, true));

        assertThat(told(TEST).contradictions())
                .containsExactly("GET to 'orders' (call 3): the client says it was answered, and names no peer.");
    }

    @Test
    void fewerBytesOrAnotherPeerContradict() {
        begin(TEST);
        attribution.exchangeBegun(THREAD, 1);
        write(THREAD, 100);
        read(THREAD, 199);
        attribution.exchangeEnded(claim(1, 100, 200, false));
        attribution.exchangeBegun(THREAD, 2);
        attribution.used(use(THREAD, new Peer("10.1.2.4", 80), true, 100));
        attribution.used(use(THREAD, new Peer("10.1.2.4", 80), false, 200));
        attribution.exchangeEnded(claim(2, 100, 200, false));
        attribution.exchangeBegun(THREAD, 3);
        write(THREAD, 101);
        read(THREAD, 200);
        attribution.exchangeEnded(claim(3, 100, 200, false));

        assertThat(told(TEST).contradictions())
                .extracting(words -> words.replaceAll(".*; ", ""))
                .containsExactly(
                        "this JVM's sockets saw 100 and 199.",
                        "this JVM's sockets saw none.",
                        "this JVM's sockets saw 101 and 200.");
    }

    @Test
    void encryptedAnExchangeTakesMoreBytesThanItsClientCounts() {
        begin(TEST);
        attribution.exchangeBegun(THREAD, 1);
        write(THREAD, 600);
        read(THREAD, 2_000);
        attribution.exchangeEnded(claim(1, 100, 200, true));
        attribution.exchangeBegun(THREAD, 2);
        write(THREAD, 90);
        read(THREAD, 2_000);
        attribution.exchangeEnded(claim(2, 100, 200, true));

        assertThat(told(TEST).exchanges()).isEqualTo(2);
        assertThat(told(TEST).confirmed()).isEqualTo(1);
    }

    @Test
    void anExchangeWithinAnotherOnTheSameThreadHasItsOwnBytes() {
        begin(TEST);
        attribution.exchangeBegun(THREAD, 1);
        write(THREAD, 100);
        attribution.exchangeBegun(THREAD, 2);
        write(THREAD, 10);
        read(THREAD, 20);
        attribution.exchangeEnded(claim(2, 10, 20, false));
        read(THREAD, 200);
        attribution.exchangeEnded(claim(1, 100, 200, false));

        assertThat(told(TEST).equal()).isEqualTo(2);
    }

    @Test
    void aBodyReadByAnotherThreadIsOfTheExchangeAndNotForeign() {
        begin(TEST);
        attribution.exchangeBegun(THREAD, 1);
        write(THREAD, 100);
        read(THREAD, 50);
        read(CHILD, 150);
        attribution.exchangeEnded(claim(1, 100, 200, false));

        WitnessedTest told = told(TEST);
        assertThat(told.standing()).isEqualTo(Standing.PROVEN);
        assertThat(told.rows())
                .containsExactly(new SocketTraffic(null, "10.1.2.3", 80, 100, 200, 1, 2, false, true, true));
    }

    @Test
    void aCallThatFailedClaimsNothing() {
        begin(TEST);
        attribution.exchangeBegun(THREAD, 1);
        attribution.exchangeEnded(
                new ExchangeClaim(1, TEST, "GET to 'orders' (call 3)", SERVICE, LOCAL, 100, 0, false, false));

        assertThat(told(TEST).standing()).isEqualTo(Standing.UNWITNESSED);
        assertThat(told(TEST).words())
                .isEqualTo("No client claims an answer, and this JVM's sockets saw none of a declared service.");
    }

    @Test
    void anExchangeThatNeverEndedLeavesTheOneAroundItAlone() {
        begin(TEST);
        attribution.exchangeBegun(THREAD, 1);
        write(THREAD, 100);
        read(THREAD, 200);
        attribution.exchangeBegun(THREAD, 2);
        attribution.exchangeEnded(claim(1, 100, 200, false));
        attribution.exchangeEnded(claim(2, 1, 1, false));

        assertThat(told(TEST).exchanges()).isEqualTo(1);
        assertThat(told(TEST).confirmed()).isEqualTo(1);
    }

    @Test
    void trafficInTheTestsOwnPartIsForeignAndItsOwn() {
        mark(What.TEST_BEGUN, TEST);
        write(THREAD, 1);
        mark(What.PART_BEGUN, TEST);
        write(THREAD, 10);
        read(THREAD, 20);
        mark(What.PART_ENDED, TEST);
        write(THREAD, 2);

        assertThat(told(TEST).rows())
                .containsExactly(new SocketTraffic(null, "10.1.2.3", 80, 10, 20, 1, 1, true, true, true));
    }

    @Test
    void trafficOfAnotherThreadIsTheTestsWhereNoOtherRan() {
        begin(TEST);
        write(CHILD, 10);
        long sinceBefore = clock;
        begin(OTHER_TEST);
        write(CHILD, 5);
        mark(What.PART_ENDED, OTHER_TEST);
        mark(What.TEST_ENDED, OTHER_TEST);
        attribution.used(new SocketUse(CHILD, "", sinceBefore, SERVICE, false, 3));
        read(CHILD, 20);

        assertThat(told(TEST).rows())
                .containsExactly(
                        new SocketTraffic(null, "10.1.2.3", 80, 10, 20, 1, 1, true, true, true),
                        new SocketTraffic(null, "10.1.2.3", 80, 5, 3, 1, 1, true, false, true));
    }

    @Test
    void trafficOfAThreadThatIsOlderThanTheTestMayBeAnAgents() {
        begin(TEST);
        write(CHILD - 1, 10);

        assertThat(told(TEST).rows())
                .containsExactly(new SocketTraffic(null, "10.1.2.3", 80, 10, 0, 1, 0, true, true, false));
    }

    @Test
    void ofParallelTestsEachHasItsOwnThread() {
        begin(TEST);
        attribution.watch(OTHER_TEST, CHILD);
        attribution.marked(CHILD, What.TEST_BEGUN, OTHER_TEST, ++clock);
        attribution.marked(CHILD, What.PART_BEGUN, OTHER_TEST, ++clock);
        write(THREAD, 10);
        write(CHILD, 20);

        assertThat(told(TEST).rows()).extracting(SocketTraffic::sentBytes).containsExactly(10L);
        assertThat(told(OTHER_TEST).rows()).extracting(SocketTraffic::sentBytes).containsExactly(20L);
    }

    @Test
    void theLibrarysOwnThreadsAreNeverForeign() {
        begin(TEST);
        attribution.used(new SocketUse(CHILD, "goldenpath-websocket(1)", ++clock, SERVICE, true, 10));

        assertThat(told(TEST).rows()).isEmpty();
    }

    @Test
    void theOtherEndOfOurConnectionMeansThatItsServerIsInThisJvm() {
        begin(TEST);
        attribution.exchangeBegun(THREAD, 1);
        write(THREAD, 100);
        attribution.used(use(CHILD, LOCAL, false, 100));
        attribution.used(use(CHILD, LOCAL, true, 200));
        read(THREAD, 200);
        attribution.exchangeEnded(claim(1, 100, 200, false));

        assertThat(told(TEST).inThisJvm()).containsExactly("10.1.2.3:80");
        assertThat(told(TEST).rows()).extracting(SocketTraffic::foreign).containsExactly(false);
    }

    @Test
    void theOtherEndIsKnownAlsoWhenItSpeaksAfterTheExchange() {
        begin(TEST);
        attribution.exchangeBegun(THREAD, 1);
        write(THREAD, 100);
        read(THREAD, 200);
        attribution.exchangeEnded(claim(1, 100, 200, false));
        attribution.used(use(CHILD, LOCAL, false, 100));

        assertThat(told(TEST).inThisJvm()).containsExactly("10.1.2.3:80");
        assertThat(told(TEST).rows()).hasSize(1);
    }

    @Test
    void sessionsAreConfirmedByAsManyBytesWithTheirPeerSinceTheTestBegan() {
        attribution.used(new SocketUse(CHILD, "goldenpath-websocket(1)", ++clock, SERVICE, false, 1_000));
        begin(TEST);
        attribution.used(new SocketUse(CHILD, "goldenpath-websocket(1)", ++clock, SERVICE, true, 30));
        attribution.used(new SocketUse(CHILD, "goldenpath-websocket(1)", ++clock, SERVICE, false, 60));
        claims.add("10.1.2.3:80", 10, 20);
        claims.add("10.1.2.3:80", 10, 20);
        assertThat(told(TEST).standing()).isEqualTo(Standing.PROVEN);

        claims.add("10.1.2.3:80", 0, 21);
        assertThat(told(TEST).standing()).isEqualTo(Standing.CONTRADICTED);
        assertThat(told(TEST).contradictions())
                .containsExactly("WebSocket sessions say they sent 20 bytes to 10.1.2.3:80 and received 61; this JVM's "
                        + "sockets saw 30 and 60.");
    }

    @Test
    void aForgedEventCountsAgainstTheTestAndForNothing() {
        begin(TEST);
        attribution.forged(THREAD);
        attribution.forged(CHILD);

        assertThat(told(TEST).forged()).isEqualTo(2);
        assertThat(told(TEST).rows()).isEmpty();
    }

    @Test
    void afterALossNothingIsContradicted() {
        begin(TEST);
        attribution.exchangeBegun(THREAD, 1);
        attribution.lost();
        attribution.exchangeEnded(claim(1, 100, 200, false));

        assertThat(told(TEST).standing()).isEqualTo(Standing.UNAVAILABLE);
        assertThat(told(TEST).words()).isEqualTo("The flight recorder lost events while the test ran.");
    }

    @Test
    void aTestWhoseBeginIsNotHeldIsNotJudged() {
        attribution.watch(TEST, CHILD);

        assertThat(told(TEST).standing()).isEqualTo(Standing.UNAVAILABLE);
        assertThat(told(TEST).words()).isEqualTo("The flight recorder holds no events from the begin of the test on.");
    }

    private void begin(long test) {
        attribution.watch(test, CHILD);
        mark(What.TEST_BEGUN, test);
        mark(What.PART_BEGUN, test);
    }

    private void mark(What what, long test) {
        if (what == What.TEST_BEGUN) {
            attribution.watch(test, CHILD);
        }
        attribution.marked(THREAD + (test == TEST ? 0 : 10), what, test, ++clock);
    }

    private void write(long thread, long bytes) {
        attribution.used(use(thread, SERVICE, true, bytes));
    }

    private void read(long thread, long bytes) {
        attribution.used(use(thread, SERVICE, false, bytes));
    }

    private SocketUse use(long thread, Peer peer, boolean write, long bytes) {
        return new SocketUse(thread, "main", ++clock, peer, write, bytes);
    }

    private static ExchangeClaim claim(long number, long sent, long received, boolean atLeast) {
        return new ExchangeClaim(
                number, TEST, "GET to 'orders' (call 3)", SERVICE, LOCAL, sent, received, atLeast, true);
    }

    private WitnessedTest told(long test) {
        return new Testimony(attribution, test, claims, new DeclaredAddresses()).told();
    }
}
