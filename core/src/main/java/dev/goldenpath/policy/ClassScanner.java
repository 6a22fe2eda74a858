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
        for (int i = 1; i < pool.count(); i++) {
            switch (pool.tag(i)) {
                case ConstantPool.UTF8 -> text(i, mentions);
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
        if (shape.annotations() != 0) {
            allowances.find(shape.annotations(), utf8 -> roles[utf8] |= ALLOWANCE);
        }
    }

    private void mark(int utf8, int role) throws MalformedClassException {
        roles[pool.checked(utf8, ConstantPool.UTF8)] |= (byte) role;
    }

    private void text(int utf8, Mentions mentions) throws MalformedClassException {
        int role = roles[utf8];
        int from = pool.from(utf8);
        int to = pool.to(utf8);
        boolean type = false;
        if ((role & CLASS_NAME) == 0 || bytes.int1(from) == '[') {
            type = types.inDescriptor(from, to, (begin, end) -> mentions.type(name(begin, end)));
        } else {
            className(utf8, role, mentions);
        }
        boolean named = (role & (CLASS_NAME | ALLOWANCE)) != 0 || type;
        if ((role & LITERAL) != 0 || !named) {
            types.inText(from, to, (begin, end) -> mentions.text(name(begin, end)));
        }
    }

    /**
     * A nested class lists the class around it whether it uses it or not, which alone must not lead a test to it; where
     * it does use it, it names a member of it, or has a field or parameter of its type.
     */
    private void className(int utf8, int role, Mentions mentions) throws MalformedClassException {
        Name named = name(utf8);
        if ((role & MEMBERS_USED) != 0 || !named.encloses(mentions.self())) {
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
