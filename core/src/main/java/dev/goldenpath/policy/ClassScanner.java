package dev.goldenpath.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads class files for the no-mock policy, one after the other. Not thread-safe. */
final class ClassScanner {
    /** What a text among the constants is used for; several may hold. */
    private static final int CLASS_NAME = 1;

    private static final int MEMBERS_USED = 2;
    private static final int LITERAL = 4;
    private static final int ALLOWANCE = 8;
    private static final int AROUND = 16;
    private static final int INNER_SIZE = 8;

    private final Names names;
    private final ClassBytes bytes = new ClassBytes();
    private final ConstantPool pool = new ConstantPool(bytes);
    private final AllowanceTexts allowances = new AllowanceTexts(bytes, pool);
    private final NamedTypes types = new NamedTypes(bytes);
    private byte[] roles = new byte[1 << 8];
    private int scanned;

    ClassScanner(Names names) {
        this.names = names;
    }

    /** How many class files were read. */
    int scanned() {
        return scanned;
    }

    /** Reads the file of a class, whatever is in it. */
    ScannedClass scan(Name name, ClassFile file) {
        scanned++;
        try {
            bytes.read(file);
            return scanned(name, file);
        } catch (MalformedClassException e) {
            return ScannedClass.unreadable(name, file, e.why());
        } catch (IOException e) {
            return ScannedClass.unreadable(name, file, e.toString());
        }
    }

    private ScannedClass scanned(Name name, ClassFile file) throws MalformedClassException {
        ClassShape shape = ClassShape.read(bytes, pool, pool.read());
        if (name(shape.self()) != name) {
            throw new MalformedClassException("it holds " + name(shape.self()).binary());
        }
        findRoles(shape);
        Mentions mentions = new Mentions(name, scanned);
        NamedTypes.Found type = (from, to) -> mentions.type(name(from, to));
        NamedTypes.Found literal = (from, to) -> mentions.text(name(from, to));
        for (int i = 1; i < pool.count(); i++) {
            switch (pool.tag(i)) {
                case ConstantPool.CLASS -> className(i, shape, mentions, type);
                case ConstantPool.UTF8 -> text(i, type, literal);
                case ConstantPool.INVOKE_DYNAMIC -> lambda(pool.second(i), mentions);
                default -> {
                    // Its texts are constants of their own.
                }
            }
        }
        List<Name> parents = new ArrayList<>();
        for (int parent : shape.parents()) {
            parents.add(name(parent));
        }
        return mentions.scanned(file, shape, parents);
    }

    private void findRoles(ClassShape shape) throws MalformedClassException {
        if (roles.length < pool.count()) {
            roles = new byte[pool.count() * 2];
        }
        Arrays.fill(roles, 0, pool.count(), (byte) 0);
        for (int i = 1; i < pool.count(); i++) {
            switch (pool.tag(i)) {
                case ConstantPool.CLASS -> mark(pool.first(i), CLASS_NAME);
                case ConstantPool.STRING -> mark(pool.first(i), LITERAL);
                case ConstantPool.FIELD, ConstantPool.METHOD, ConstantPool.INTERFACE_METHOD ->
                    mark(pool.first(pool.checked(pool.first(i), ConstantPool.CLASS)), MEMBERS_USED);
                default -> {
                    // Nothing that a text is used for.
                }
            }
        }
        if (shape.inners() != 0) {
            int at = shape.inners() + 2;
            for (int left = bytes.int2(shape.inners()); left > 0; left--) {
                int around = bytes.int2(at + 2);
                if (around != 0) {
                    mark(pool.first(pool.checked(around, ConstantPool.CLASS)), AROUND);
                }
                at += INNER_SIZE;
            }
        }
        if (shape.annotations() != 0) {
            allowances.find(shape.annotations(), utf8 -> roles[utf8] |= ALLOWANCE);
        }
    }

    private void mark(int utf8, int role) throws MalformedClassException {
        roles[pool.checked(utf8, ConstantPool.UTF8)] |= (byte) role;
    }

    private void text(int utf8, NamedTypes.Found type, NamedTypes.Found literal) throws MalformedClassException {
        int role = roles[utf8];
        int from = pool.from(utf8);
        int to = pool.to(utf8);
        boolean named = (role & (CLASS_NAME | ALLOWANCE)) != 0 || types.inDescriptor(from, to, type);
        if ((role & LITERAL) != 0 || !named) {
            types.inText(from, to, literal);
        }
    }

    /**
     * A class file lists the classes around every nested class it names, and around itself, used or not. That alone must
     * not lead a test from a nested class to all that lies around it.
     */
    private void className(int number, ClassShape shape, Mentions mentions, NamedTypes.Found type)
            throws MalformedClassException {
        int utf8 = pool.first(number);
        if (types.inDescriptor(pool.from(utf8), pool.to(utf8), type)) {
            return;
        }
        Name named = name(utf8);
        boolean around = (roles[utf8] & AROUND) != 0 || named.encloses(mentions.self());
        if (!around
                || (roles[utf8] & MEMBERS_USED) != 0
                || ClassOperands.contain(bytes, shape.members(), shape.attributes(), number)) {
            mentions.type(named);
        }
    }

    private void lambda(int nameAndType, Mentions mentions) throws MalformedClassException {
        int type = pool.checked(pool.second(pool.checked(nameAndType, ConstantPool.NAME_AND_TYPE)), ConstantPool.UTF8);
        types.returned(pool.from(type), pool.to(type), (begin, end) -> mentions.lambda(name(begin, end)));
    }

    private Name name(int utf8) throws MalformedClassException {
        return name(pool.from(utf8), pool.to(utf8));
    }

    private Name name(int from, int to) {
        return names.of(bytes.array(), from, to);
    }
}
