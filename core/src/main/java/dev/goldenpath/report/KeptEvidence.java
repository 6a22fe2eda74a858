package dev.goldenpath.report;

import dev.goldenpath.evidence.Attachment;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Identity;
import dev.goldenpath.evidence.SocketTraffic;
import dev.goldenpath.evidence.Step;
import dev.goldenpath.runlog.EvidenceIndex;
import dev.goldenpath.runlog.LoggedEvidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Evidence that was read and is shown to another later. Sessions, which can't be kept, are not among it. */
final class KeptEvidence implements EvidenceIndex.Taker {
    private final List<Kept> all = new ArrayList<>();

    private interface Kept {
        void show(EvidenceIndex.Taker taker) throws IOException;
    }

    @Override
    public void exchange(LoggedEvidence<HttpExchange> exchange) {
        all.add(taker -> taker.exchange(exchange));
    }

    @Override
    public void step(LoggedEvidence<Step> step) {
        all.add(taker -> taker.step(step));
    }

    @Override
    public void attachment(LoggedEvidence<Attachment> attachment) {
        all.add(taker -> taker.attachment(attachment));
    }

    @Override
    public void identity(LoggedEvidence<Identity> identity) {
        all.add(taker -> taker.identity(identity));
    }

    @Override
    public void socket(LoggedEvidence<SocketTraffic> socket) {
        all.add(taker -> taker.socket(socket));
    }

    /** Shows it, in the order in which it came. */
    void show(EvidenceIndex.Taker taker) throws IOException {
        for (Kept kept : all) {
            kept.show(taker);
        }
    }
}
