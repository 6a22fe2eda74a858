package dev.goldenpath.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultClassicHttpResponseFactory;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/** Skips the lines before an answer that are none, as the client's own does, and tells no log what they say. */
final class PatientParser extends DefaultHttpResponseParser {
    PatientParser(Http1Config limits) {
        super(limits, BasicLineParser.INSTANCE, DefaultClassicHttpResponseFactory.INSTANCE);
    }

    @Override
    protected @Nullable ClassicHttpResponse createMessage(CharArrayBuffer line) throws IOException {
        try {
            return super.createMessage(line);
        } catch (HttpException e) {
            // Looked for in the next line.
            return null;
        }
    }
}
