package dev.goldenpath.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** A body on the wire that tells its exchange of its end, before the connection is given to another. */
final class CountedEntity extends HttpEntityWrapper {
    private final ConnectionTrace trace;

    CountedEntity(HttpEntity wire, ConnectionTrace trace) {
        super(wire);
        this.trace = trace;
    }

    @Override
    public InputStream getContent() throws IOException {
        return new Counted(super.getContent(), trace);
    }

    private static final class Counted extends FilterInputStream {
        private final ConnectionTrace trace;

        Counted(InputStream wire, ConnectionTrace trace) {
            super(wire);
            this.trace = trace;
        }

        @Override
        public int read() throws IOException {
            return told(in.read());
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return told(in.read(target, offset, length));
        }

        @Override
        public void close() throws IOException {
            in.close();
            trace.whole();
        }

        private int told(int read) {
            if (read < 0) {
                trace.whole();
            }
            return read;
        }
    }
}
