package dev.goldenpath.policy;

/** Finds the names of classes in the texts of a class file, as the JVM and as people write them. */
final class NamedTypes {
    private static final byte[] SOURCE_SUFFIX = {'.', 'j', 'a', 'v', 'a'};
    /** Where a text is put together at run time, this stands for each part that is not known before. */
    private static final int PART = 1;

    private final ClassBytes bytes;

    NamedTypes(ClassBytes bytes) {
        this.bytes = bytes;
    }

    /** What to do with a name, told by where it lies. */
    interface Found {
        void name(int from, int to) throws MalformedClassException;
    }

    /**
     * In the type of a field or method, with type parameters or without: {@code (Ljava/util/List<Lcom/acme/Order;>;)V}.
     *
     * @return whether it was one that names a class
     */
    boolean inDescriptor(int from, int to, Found found) throws MalformedClassException {
        byte[] array = bytes.array();
        if (from == to || (array[to - 1] != ';' && array[from] != '(' && array[from] != '<')) {
            return false;
        }
        boolean any = false;
        int begin = -1;
        for (int i = from; i < to; i++) {
            switch (array[i]) {
                case 'L' -> begin = begin < 0 ? i + 1 : begin;
                case ';', '<' -> {
                    if (begin >= 0 && i > begin) {
                        found.name(begin, i);
                        any = true;
                    }
                    begin = -1;
                }
                // The name of a type parameter, not of a class.
                case ':' -> begin = -1;
                default -> {
                    // Inside a name, or between two.
                }
            }
        }
        return any;
    }

    /** In what a method with this type returns. */
    void returned(int from, int to, Found found) throws MalformedClassException {
        byte[] array = bytes.array();
        for (int i = to - 1; i >= from; i--) {
            if (array[i] == ')') {
                inDescriptor(i + 1, to, found);
                return;
            }
        }
    }

    /**
     * In a text that is the name of a class, as {@code Class.forName} and annotations take it: {@code com.acme.Orders},
     * {@code [Lcom.acme.Orders;}, {@code com/acme/Orders}, {@code com.acme.Orders#method}, or the begin of one.
     */
    void inText(int from, int to, Found found) throws MalformedClassException {
        byte[] array = bytes.array();
        int begin = from;
        int end = to;
        while (begin < end && array[begin] == '[') {
            begin++;
        }
        if (begin < end && array[begin] == 'L' && array[end - 1] == ';') {
            begin++;
            end--;
        }
        boolean separated = false;
        for (int i = begin; i < end; i++) {
            int letter = array[i];
            if (letter == '#' || letter == PART) {
                end = i;
            } else if (letter == '.' || letter == '/') {
                if (i == begin) {
                    return;
                }
                separated = true;
            } else if (letter >= 0 && !Character.isJavaIdentifierPart(letter)) {
                return;
            }
        }
        if (separated && !endsAsSource(end)) {
            found.name(begin, end);
        }
    }

    private boolean endsAsSource(int end) {
        for (int i = 1; i <= SOURCE_SUFFIX.length; i++) {
            if (bytes.array()[end - i] != SOURCE_SUFFIX[SOURCE_SUFFIX.length - i]) {
                return false;
            }
        }
        return true;
    }
}
