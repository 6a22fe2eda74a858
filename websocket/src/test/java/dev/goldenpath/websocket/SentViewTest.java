package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.websocket.SentView.SentText;
import org.junit.jupiter.api.Test;

class SentViewTest {
    private final SentView sent = new SentView();

    @Test
    void keepsTheNewestThousand() {
        for (int i = 1; i <= 1_001; i++) {
            sent.add("m" + i, i);
        }

        assertThat(sent.kept()).hasSize(1_000).startsWith(new SentText("m2", 2)).endsWith(new SentText("m1001", 1_001));
    }

    @Test
    void keepsOnlySoMuchOfLargeOnesButTheLastInAnyCase() {
        String half = "x".repeat(1 << 19);
        sent.add(half, 1);
        sent.add(half, 2);
        assertThat(sent.kept()).hasSize(2);
        sent.add("y", 3);
        assertThat(sent.kept()).extracting(SentText::nanos).containsExactly(2L, 3L);
        sent.add(half + half + "z", 4);
        assertThat(sent.kept()).extracting(SentText::nanos).containsExactly(4L);
    }
}
