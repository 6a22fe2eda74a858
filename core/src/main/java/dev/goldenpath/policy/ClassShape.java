package dev.goldenpath.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows the constants in a class file, read to its very end, so that one that was cut off is noticed.
 *
 * @param isInterface whether it is an interface
 * @param self the constant of the text that is its name
 * @param parents the constants of the texts that are the names of its superclass and its interfaces
 * @param members where its fields and methods begin
 * @param attributes where they have ended
 * @param source the name of the source file, where it is known
 * @param inners where its table of nested classes lies, 0 where it has none
 * @param annotations where its own annotations lie, 0 where it has none
 */
record ClassShape(
        boolean isInterface,
        int self,
        List<Integer> parents,
        int members,
        int attributes,
        @Nullable String source,
        int inners,
        int annotations) {
    private static final int INTERFACE = 0x0200;
    private static final int ATTRIBUTE_HEAD = 6;

    static ClassShape read(ClassBytes bytes, ConstantPool pool, int begin) throws MalformedClassException {
        int self = className(pool, bytes.int2(begin + 2));
        List<Integer> parents = new ArrayList<>();
        int superclass = bytes.int2(begin + 4);
        if (superclass != 0) {
            parents.add(className(pool, superclass));
        }
        int at = begin + 8;
        for (int left = bytes.int2(begin + 6); left > 0; left--) {
            parents.add(className(pool, bytes.int2(at)));
            at += 2;
        }
        int members = at;
        int attributes = skipMembers(bytes, skipMembers(bytes, members));
        at = attributes;
        String source = null;
        int inners = 0;
        int annotations = 0;
        int left = bytes.int2(at);
        at += 2;
        for (; left > 0; left--) {
            int name = pool.checked(bytes.int2(at), ConstantPool.UTF8);
            if (pool.says(name, "SourceFile")) {
                int file = pool.checked(bytes.int2(at + ATTRIBUTE_HEAD), ConstantPool.UTF8);
                source = bytes.text(pool.from(file), pool.to(file));
            } else if (pool.says(name, "InnerClasses")) {
                inners = at + ATTRIBUTE_HEAD;
            } else if (pool.says(name, "RuntimeVisibleAnnotations")) {
                annotations = at + ATTRIBUTE_HEAD;
            }
            at = skipAttribute(bytes, at);
        }
        if (at != bytes.length()) {
            throw new MalformedClassException("it goes on behind its end");
        }
        return new ClassShape(
                (bytes.int2(begin) & INTERFACE) != 0, self, parents, members, attributes, source, inners, annotations);
    }

    private static int className(ConstantPool pool, int number) throws MalformedClassException {
        return pool.checked(pool.first(pool.checked(number, ConstantPool.CLASS)), ConstantPool.UTF8);
    }

    /** Fields or methods. */
    private static int skipMembers(ClassBytes bytes, int begin) throws MalformedClassException {
        int at = begin + 2;
        for (int members = bytes.int2(begin); members > 0; members--) {
            int attributes = bytes.int2(at + 6);
            at += 8;
            for (; attributes > 0; attributes--) {
                at = skipAttribute(bytes, at);
            }
        }
        return at;
    }

    private static int skipAttribute(ClassBytes bytes, int at) throws MalformedClassException {
        int length = bytes.int4(at + 2);
        return bytes.inside(at + ATTRIBUTE_HEAD, length) + length;
    }
}
