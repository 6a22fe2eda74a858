package dev.goldenpath.policy;

/**
 * Finds the texts that {@code @AllowFake} holds in a class file: what is allowed there is named, and not used. Not
 * thread-safe.
 */
final class AllowanceTexts {
    private static final String ONE = "Ldev/goldenpath/policy/AllowFake;";
    private static final String SEVERAL = "Ldev/goldenpath/policy/AllowFake$List;";

    private final ClassBytes bytes;
    private final ConstantPool pool;

    AllowanceTexts(ClassBytes bytes, ConstantPool pool) {
        this.bytes = bytes;
        this.pool = pool;
    }

    /** What to do with the number of each such text. */
    interface Found {
        void text(int utf8);
    }

    /** Looks through the annotations that begin here. */
    void find(int begin, Found found) throws MalformedClassException {
        int at = begin + 2;
        for (int left = bytes.int2(begin); left > 0; left--) {
            at = annotation(at, found, false);
        }
    }

    private int annotation(int begin, Found found, boolean inside) throws MalformedClassException {
        int type = pool.checked(bytes.int2(begin), ConstantPool.UTF8);
        boolean allowance = inside || pool.says(type, ONE) || pool.says(type, SEVERAL);
        int at = begin + 4;
        for (int left = bytes.int2(begin + 2); left > 0; left--) {
            at = value(at + 2, found, allowance);
        }
        return at;
    }

    private int value(int begin, Found found, boolean allowance) throws MalformedClassException {
        switch (bytes.int1(begin)) {
            case 's' -> {
                if (allowance) {
                    found.text(pool.checked(bytes.int2(begin + 1), ConstantPool.UTF8));
                }
                return begin + 3;
            }
            case 'e' -> {
                return begin + 5;
            }
            case '@' -> {
                return annotation(begin + 1, found, allowance);
            }
            case '[' -> {
                int at = begin + 3;
                for (int left = bytes.int2(begin + 1); left > 0; left--) {
                    at = value(at, found, allowance);
                }
                return at;
            }
            default -> {
                return begin + 3;
            }
        }
    }
}
