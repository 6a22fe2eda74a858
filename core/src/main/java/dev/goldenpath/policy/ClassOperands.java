package dev.goldenpath.policy;

/** Looks for classes that code takes as such: as a literal, to cast, to test, or to make an array of. */
final class ClassOperands {
    private static final int LDC = 0x12;
    private static final int LDC_W = 0x13;
    private static final int NEW_ARRAY = 0xBD;
    private static final int CAST = 0xC0;
    private static final int INSTANCE_OF = 0xC1;
    private static final int MULTIPLE_ARRAY = 0xC5;
    private static final int MOST_OF_LDC = 0xFF;

    private ClassOperands() {}

    /**
     * Whether an instruction in these bytes names this constant. Goes by the bytes alone, wherever instructions begin,
     * so that it misses none, and may very rarely see one that is none.
     */
    static boolean contain(ClassBytes bytes, int from, int to, int constant) throws MalformedClassException {
        for (int i = from; i < to - 2; i++) {
            switch (bytes.int1(i)) {
                case LDC -> {
                    if (constant <= MOST_OF_LDC && bytes.int1(i + 1) == constant) {
                        return true;
                    }
                }
                case LDC_W, NEW_ARRAY, CAST, INSTANCE_OF, MULTIPLE_ARRAY -> {
                    if (bytes.int2(i + 1) == constant) {
                        return true;
                    }
                }
                default -> {
                    // Names no class, or only one whose members it uses.
                }
            }
        }
        return false;
    }
}
