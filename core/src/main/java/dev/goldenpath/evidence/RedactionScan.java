package dev.goldenpath.evidence;

import org.jspecify.annotations.Nullable;

/** One pass over one text. Parts that overlap or touch are masked as one. */
final class RedactionScan {
    private final String text;
    private final boolean cut;
    private final FormIndex index;
    private final FormTree forms;
    /** What has been masked so far; absent while nothing has. */
    private @Nullable StringBuilder masked;
    /** Up to where the text is in {@link #masked}. */
    private int copied;
    /** The latest part found, which may still grow. */
    private int from = -1;

    private int to;
    private String mask = Redaction.MASK;
    /** No token need be looked for before it: what began like one was none, or has been found. */
    private int noTokenBefore;

    /**
     * A pass over {@code text}.
     *
     * @param cut whether the text has lost its end, so that a secret may run into it
     */
    RedactionScan(String text, boolean cut, FormIndex index) {
        this.text = text;
        this.cut = cut;
        this.index = index;
        this.forms = index.tree();
    }

    /** The first {@code limit} characters, masked; a secret that begins among them is masked whole. */
    String run(int limit, SecretNames fields, SecretNames parameters) {
        int end = Math.min(limit, text.length());
        for (int at = index.next(text, 0, end, cut); at < end; at = index.next(text, at + 1, end, cut)) {
            char c = text.charAt(at);
            if (c == ':' && at >= to) {
                add(JsonField.valueAfter(text, at, fields));
                add(Credentials.inUrl(text, at, cut));
            } else if (c == '=' && at >= to) {
                add(Parameter.valueAfter(text, at, parameters, cut));
            } else if (c == '%' && at >= to) {
                add(EncodedParameter.valueAfter(text, at, parameters));
                add(EncodedField.valueAfter(text, at, fields));
            }
            beginsAt(at);
        }
        return upTo(end);
    }

    private void beginsAt(int at) {
        addUpTo(at, forms.end(text, at, cut));
        if (at >= noTokenBefore && Credentials.mayBeToken(text, at)) {
            int end = Credentials.tokenEnd(text, at, cut);
            noTokenBefore = end > at ? end : Credentials.partEnd(text, at);
            addUpTo(at, end);
        }
        add(Credentials.afterScheme(text, at, cut));
    }

    private void add(@Nullable Span span) {
        if (span != null && !span.isMaskedIn(text)) {
            add(span.from(), span.to(), span.mask());
        }
    }

    private void addUpTo(int at, int end) {
        if (end > at) {
            add(at, end, Redaction.MASK);
        }
    }

    private void add(int start, int end, String with) {
        int begin = Math.max(start, copied);
        if (end < begin) {
            return;
        }
        if (from >= 0 && begin <= to) {
            from = Math.min(from, begin);
            to = Math.max(to, end);
        } else {
            flush();
            from = begin;
            to = end;
            mask = with;
        }
    }

    private void flush() {
        if (from >= 0) {
            StringBuilder sofar = masked == null ? new StringBuilder(text.length()) : masked;
            masked = sofar.append(text, copied, from).append(mask);
            copied = to;
            from = -1;
        }
    }

    private String upTo(int end) {
        if (from < end) {
            flush();
        }
        if (masked == null) {
            return text.substring(0, end);
        }
        return copied < end ? masked.append(text, copied, end).toString() : masked.toString();
    }
}
