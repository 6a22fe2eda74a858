package dev.goldenpath.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule fires on code that breaks it, names the breach, and lets the rest of that code pass. */
class BreachTest {
    private static final String BREACH = "dev.goldenpath.architecture.breach.";

    @Test
    void roomsAndFloors() {
        String in = BREACH + "rooms.";

        assertThat(breaches(new RoomsAndFloors(), "rooms"))
                .containsExactly(
                        in
                                + "cellar.Barrel lies in 'cellar', which is no room. Rooms: cause, client, compare, environment, evidence, "
                                + "history, http, jupiter, launch, policy, priority, readiness, report, runlog, users, verdict, witness",
                        in + "environment.EarlyCaller on floor 1 imports " + in + "client.Caller on floor 2",
                        in + "http.HttpCaller on floor 3 imports " + in + "launch.Starter on floor 3",
                        in + "launch.Starter on floor 3 imports " + in + "auth.Login, which is in no room of core");
    }

    @Test
    void noCycles() {
        assertThat(breaches(new NoCycles(), "cycles"))
                .singleElement()
                .asString()
                .contains("Cycle detected", "Slice egg", "Slice hen", BREACH + "cycles.egg.Egg");
    }

    @Test
    void artifactsApart() {
        String in = BREACH + "artifacts.";
        String allowed = "; it may import core alone, and nothing of 'jupiter'";

        assertThat(breaches(new ArtifactsApart(), "artifacts"))
                .containsExactly(
                        in + "auth.SessionExtension imports " + in + "websocket.Plug" + allowed,
                        in + "websocket.Socket imports " + in + "auth.Token" + allowed,
                        in + "websocket.Socket imports " + in + "jupiter.Session" + allowed);
    }

    @Test
    void junitInItsRooms() {
        String ruling = BREACH + "junit.verdict.JunitRuling imports ";
        String allowed = "; only jupiter and priority may know JUnit";

        assertThat(breaches(new JunitInItsRooms(), "junit"))
                .containsExactly(
                        BREACH + "junit.auth.JwtRule imports org.junit.jupiter.api.extension.ExtensionContext"
                                + allowed,
                        ruling + "org.junit.jupiter.api.extension.ExtensionContext" + allowed,
                        ruling + "org.opentest4j.AssertionFailedError" + allowed);
    }

    @Test
    void enginesInside() {
        String client = BREACH + "engines.OpenClient";
        String record = BREACH + "engines.OpenRecord";
        String json = "com.fasterxml.jackson.databind.JsonNode";

        assertThat(breaches(new EnginesInside(), "engines"))
                .containsExactlyInAnyOrder(
                        client + " shows " + json,
                        client + " shows org.apache.hc.client5.http.classic.methods.HttpGet",
                        client + ".field shows org.apache.hc.core5.http.Header",
                        client + ".<init>(org.snakeyaml.engine.v2.nodes.Node) shows org.snakeyaml.engine.v2.nodes.Node",
                        client + ".returned() shows com.nimbusds.jwt.JWTClaimsSet",
                        client + ".taken(org.apache.hc.core5.http.HttpHost) shows org.apache.hc.core5.http.HttpHost",
                        client + ".thrown() shows com.fasterxml.jackson.core.JsonProcessingException",
                        client + ".bound() shows org.glassfish.tyrus.client.ClientManager",
                        BREACH + "engines.HiddenClient.inherited(com.nimbusds.jose.JWSHeader) shows "
                                + "com.nimbusds.jose.JWSHeader",
                        record + ".json() shows " + json,
                        record + ".<init>(" + json + ") shows " + json);
    }

    @Test
    void nullMarkedPackages() {
        assertThat(breaches(new NullMarkedPackages(), "nullness"))
                .containsExactly("package " + BREACH + "nullness.unmarked has no package-info with @NullMarked");
    }

    @Test
    void tellingNames() {
        String why = " is public and ends with Impl, Helper, Util, Utils, Manager or Data";

        assertThat(breaches(new TellingNames(), "names"))
                .containsExactly(BREACH + "names.SocketManager" + why, BREACH + "names.SocketManager$CallerImpl" + why);
    }

    @Test
    void noStaticState() {
        assertThat(breaches(new NoStaticState(), "state"))
                .containsExactly(
                        BREACH + "state.client.Counter.count is static and not final",
                        BREACH + "state.client.RunSession.current is static and not final");
    }

    @Test
    void aHouseWithoutClassesIsSeenToBeEmpty() {
        assertThat(new RoomsAndFloors().ruleOn(House.breaking("nowhere")).seen())
                .isZero();
    }

    private static List<String> breaches(Rule rule, String house) {
        return rule.ruleOn(House.breaking(house)).breaches();
    }
}
