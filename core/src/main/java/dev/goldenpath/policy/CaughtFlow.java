package dev.goldenpath.policy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/**
 * Follows caught throwables, and what is made from them, through a method, and notes the handlers whose throwable is
 * used in a way that can make a difference: thrown, returned, stored, compared, given to a method that does more than
 * print it.
 */
final class CaughtFlow extends Interpreter<Caught> {
    private final BasicInterpreter sizes = new BasicInterpreter();
    private final Set<LabelNode> used = new HashSet<>();

    CaughtFlow() {
        super(Opcodes.ASM9);
    }

    Set<LabelNode> used() {
        return used;
    }

    @Override
    public @Nullable Caught newValue(@Nullable Type type) {
        if (Type.VOID_TYPE.equals(type)) {
            return null;
        }
        return new Caught(type == null ? 1 : type.getSize());
    }

    @Override
    public Caught newExceptionValue(TryCatchBlockNode block, Frame<Caught> frame, Type type) {
        return new Caught(1, Set.of(block.handler));
    }

    @Override
    public Caught newOperation(AbstractInsnNode at) throws AnalyzerException {
        return new Caught(sizes.newOperation(at).getSize());
    }

    @Override
    public Caught copyOperation(AbstractInsnNode at, Caught value) {
        return value;
    }

    @Override
    public @Nullable Caught unaryOperation(AbstractInsnNode at, Caught value) throws AnalyzerException {
        if (at.getOpcode() == Opcodes.CHECKCAST) {
            return value;
        }
        use(List.of(value));
        return sized(sizes.unaryOperation(at, BasicValue.UNINITIALIZED_VALUE));
    }

    @Override
    public @Nullable Caught binaryOperation(AbstractInsnNode at, Caught first, Caught second) throws AnalyzerException {
        use(List.of(first, second));
        return sized(sizes.binaryOperation(at, BasicValue.UNINITIALIZED_VALUE, BasicValue.UNINITIALIZED_VALUE));
    }

    @Override
    public @Nullable Caught ternaryOperation(AbstractInsnNode at, Caught array, Caught index, Caught value) {
        array.handlers().addAll(value.handlers());
        return null;
    }

    @Override
    public @Nullable Caught naryOperation(AbstractInsnNode at, List<? extends Caught> values) {
        if (at instanceof MultiANewArrayInsnNode) {
            return new Caught(1);
        }
        if (at instanceof InvokeDynamicInsnNode made) {
            return madeFrom(Type.getReturnType(made.desc), values);
        }
        MethodInsnNode call = (MethodInsnNode) at;
        Type result = Type.getReturnType(call.desc);
        MethodId callee = new MethodId(call.owner, call.name, call.desc);
        if (Telling.onlyTells(callee)) {
            return Type.VOID_TYPE.equals(result) ? null : new Caught(result.getSize());
        }
        if (Telling.makesText(callee)) {
            return Type.VOID_TYPE.equals(result) ? null : madeFrom(result, values);
        }
        use(values);
        return Type.VOID_TYPE.equals(result) ? null : new Caught(result.getSize());
    }

    @Override
    public void returnOperation(AbstractInsnNode at, Caught value, @Nullable Caught expected) {
        use(List.of(value));
    }

    @Override
    public Caught merge(Caught first, Caught second) {
        return first.merge(second);
    }

    private static Caught madeFrom(Type type, List<? extends Caught> values) {
        Caught made = new Caught(type.getSize());
        values.forEach(value -> made.handlers().addAll(value.handlers()));
        return made;
    }

    private static @Nullable Caught sized(@Nullable BasicValue value) {
        return value == null ? null : new Caught(value.getSize());
    }

    private void use(Collection<? extends Caught> values) {
        values.forEach(value -> used.addAll(value.handlers()));
    }
}
