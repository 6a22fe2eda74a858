package dev.goldenpath.benchmarks.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ConnectsTest {

    @Test
    void whatComesToItsEndInTimeHasNotHung() throws IOException {
        Connects connects = new Connects(calls(() -> {}));

        connects.make(3);

        assertThat(connects.hung()).isZero();
        assertThat(connects.millis().toString()).contains(" n=3 ");
    }

    @Test
    void whatFailsAtOnceIsNoHang() {
        Connects connects = new Connects(calls(() -> {
            throw new IOException("refused");
        }));

        assertThatThrownBy(() -> connects.make(1)).rootCause().hasMessage("refused");
    }

    private static Variant calls(Call call) {
        return new Variant() {
            @Override
            public void call() throws IOException {
                call.make();
            }

            @Override
            public void close() {}
        };
    }

    private interface Call {
        void make() throws IOException;
    }
}
