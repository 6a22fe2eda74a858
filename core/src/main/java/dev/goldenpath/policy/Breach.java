package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicyRule;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A place in the code that breaks a rule of the audit.
 *
 * @param method the method it is in, or that of the name {@code ""} where it is in none
 * @param line 0 where the class file does not tell
 * @param words what is there, as one sentence
 */
record Breach(PolicyRule rule, MethodId method, int line, String words, String remedy) {

    /** In a method; {@code does} is what the sentence goes on with after its name. */
    static Breach in(
            PolicyRule rule, ClassNode type, MethodNode method, AbstractInsnNode at, String does, String remedy) {
        MethodId id = new MethodId(type.name, method.name, method.desc);
        return new Breach(rule, id, Lines.of(at), SourceNames.of(id) + " " + does, remedy);
    }

    /** In no method; {@code is} is what the sentence goes on with after the name of the class. */
    static Breach of(PolicyRule rule, String type, int line, String is, String remedy) {
        return new Breach(rule, new MethodId(type, "", ""), line, SourceNames.of(type) + " " + is, remedy);
    }
}
