package dev.goldenpath.policy;

import dev.goldenpath.policy.Name.Meaning;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All names that class files were seen to use. They are looked up by the bytes they are written with: to make a text of
 * each would cost more than the rest of the scan. Not thread-safe.
 */
final class Names {
    private static final int FIRST_SLOTS = 1 << 10;
    private static final Set<String> SEAMS = Set.of(
            "dev/goldenpath/client/ClientProvider",
            "dev/goldenpath/client/UserProvider",
            "dev/goldenpath/client/RequestAuthorizer",
            "dev/goldenpath/client/Replayable");
    private static final List<String> CLASS_MAKERS = List.of(
            "java/lang/reflect/Proxy",
            "java/lang/invoke/MethodHandleProxies",
            "net/bytebuddy/",
            "net/sf/cglib/",
            "org/springframework/cglib/",
            "org/springframework/aop/framework/ProxyFactory",
            "javassist/");

    private final CodeRoots roots;
    private @Nullable Name[] slots = new Name[FIRST_SLOTS];
    private int size;

    Names(CodeRoots roots) {
        this.roots = roots;
    }

    /** A name in modified UTF-8; dots count as slashes. */
    Name of(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return of(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            }
            hash = 31 * hash + slashed(bytes[i]);
        }
        int slot = slot(hash);
        for (Name name = slots[slot]; name != null; name = slots[slot]) {
            if (name.hash == hash && isWritten(name.text, bytes, from, to)) {
                return name;
            }
            slot = next(slot);
        }
        return add(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1), hash, slot);
    }

    /** A name, internal or binary. */
    Name of(String written) {
        String text = written.replace('.', '/');
        int hash = text.hashCode();
        int slot = slot(hash);
        for (Name name = slots[slot]; name != null; name = slots[slot]) {
            if (name.hash == hash && name.text.equals(text)) {
                return name;
            }
            slot = next(slot);
        }
        return add(text, hash, slot);
    }

    private Name add(String written, int hash, int slot) {
        String text = written.replace('.', '/');
        Name name = new Name(text, hash, roots.findOwn(text).orElse(null), KnownFakes.of(text), meaning(text));
        slots[slot] = name;
        size++;
        if (size > slots.length / 2) {
            grow();
        }
        return name;
    }

    private void grow() {
        @Nullable Name[] all = slots;
        slots = new Name[all.length * 2];
        for (Name name : all) {
            if (name != null) {
                int slot = slot(name.hash);
                while (slots[slot] != null) {
                    slot = next(slot);
                }
                slots[slot] = name;
            }
        }
    }

    /** Spread, for names of one package differ in their last letters, and so hardly in their hashes. */
    private int slot(int hash) {
        int spread = hash * 0x9E3779B9;
        return (spread ^ spread >>> 16) & slots.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & slots.length - 1;
    }

    private static boolean isWritten(String text, byte[] bytes, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != slashed(bytes[from + i])) {
                return false;
            }
        }
        return true;
    }

    private static int slashed(byte letter) {
        return letter == '.' ? '/' : letter;
    }

    private static @Nullable Meaning meaning(String text) {
        if (SEAMS.contains(text)) {
            return Meaning.SEAM;
        }
        return CLASS_MAKERS.stream().anyMatch(text::startsWith) ? Meaning.CLASS_MAKER : null;
    }
}
