package dev.goldenpath.benchmarks.scan;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * Class files as a large test project has them: about 3 KiB each, with lines, types, texts, and calls to ten others and to
 * libraries. The first leads to all of them. Each can be loaded on its own.
 *
 * @param folder the root of the class path they lie in
 * @param count how many there are
 */
public record GeneratedClasses(Path folder, int count) {
    private static final int IN_A_PACKAGE = 100;
    private static final int OTHERS = 10;
    private static final String LIST = "java/util/List";
    private static final String ASSERTIONS = "org/assertj/core/api/Assertions";

    /** Writes them all. */
    public static GeneratedClasses write(Path folder, int count) throws IOException {
        GeneratedClasses classes = new GeneratedClasses(folder, count);
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve(classes.internalName(i) + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, classes.bytes(i));
        }
        return classes;
    }

    /** The binary name of the one with this number, from 0. */
    public String name(int number) {
        return internalName(number).replace('/', '.');
    }

    private String internalName(int number) {
        return "com/acme/area" + number / IN_A_PACKAGE + "/Orders" + number;
    }

    private byte[] bytes(int number) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String self = internalName(number);
        writer.visit(V17, ACC_PUBLIC | ACC_SUPER, self, null, "java/lang/Object", null);
        writer.visitSource("Orders" + number + ".java", null);
        constructor(writer);
        for (int i = 1; i <= OTHERS; i++) {
            // The tenfold plus one to ten, so that the first leads to all; then on through the numbers.
            int other = (int) (((long) number * OTHERS + i) % count);
            writer.visitField(ACC_PRIVATE, "fixture" + i, "L" + internalName(other) + ";", null, null)
                    .visitEnd();
            call(writer, i, internalName(other), number);
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void constructor(ClassWriter writer) {
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        method.visitCode();
        method.visitVarInsn(ALOAD, 0);
        method.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        method.visitInsn(RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private static void call(ClassWriter writer, int number, String other, int owner) {
        MethodVisitor method = writer.visitMethod(
                ACC_PUBLIC,
                "accepts" + number,
                "(Ljava/util/List;)Ljava/lang/Object;",
                "(Ljava/util/List<L" + other + ";>;)Ljava/lang/Object;",
                null);
        method.visitAnnotation("Lorg/junit/jupiter/api/Test;", true).visitEnd();
        method.visitCode();
        line(method, number * 10);
        method.visitTypeInsn(NEW, other);
        method.visitInsn(DUP);
        method.visitMethodInsn(INVOKESPECIAL, other, "<init>", "()V", false);
        method.visitVarInsn(ALOAD, 1);
        line(method, number * 10 + 1);
        method.visitMethodInsn(INVOKEVIRTUAL, other, "accepts" + number, "(Ljava/util/List;)Ljava/lang/Object;", false);
        method.visitMethodInsn(
                INVOKESTATIC,
                ASSERTIONS,
                "assertThat",
                "(Ljava/lang/Object;)Lorg/assertj/core/api/ObjectAssert;",
                false);
        line(method, number * 10 + 2);
        method.visitLdcInsn("order " + number + " of " + owner);
        method.visitMethodInsn(
                INVOKEVIRTUAL,
                "org/assertj/core/api/ObjectAssert",
                "isEqualTo",
                "(Ljava/lang/Object;)Lorg/assertj/core/api/ObjectAssert;",
                false);
        method.visitInsn(POP);
        method.visitVarInsn(ALOAD, 1);
        method.visitMethodInsn(INVOKEINTERFACE, LIST, "iterator", "()Ljava/util/Iterator;", true);
        method.visitInsn(ARETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private static void line(MethodVisitor method, int line) {
        Label label = new Label();
        method.visitLabel(label);
        method.visitLineNumber(line, label);
    }
}
