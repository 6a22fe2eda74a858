package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.jupiter.GoldenPath;
import jdk.jfr.Event;
import jdk.jfr.Name;
import org.junit.jupiter.api.Test;

/** Socket events that no socket has seen. */
@GoldenPath
public class ForgedSocketEvents {
    @Name("jdk.SocketRead")
    static final class Forged extends Event {
        String host = "gallery";
        String address = "127.0.0.1";
        int port = Integer.getInteger("gallery.port", 0);
        long bytesRead = 512;
    }

    @Test
    void theAgentAnswers() {
        Forged read = new Forged();
        read.commit();
        assertThat(read.bytesRead).isEqualTo(512);
    }
}
