package dev.goldenpath.policy;

import dev.goldenpath.policy.Name.Meaning;
import dev.goldenpath.policy.ScannedClass.Use;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one class names, gathered while its file is read. Not thread-safe. */
final class Mentions {
    private final Name self;
    private final int number;
    private final List<Name> uses = new ArrayList<>();
    private final List<Use> fakes = new ArrayList<>(0);
    private final List<Name> seams = new ArrayList<>(0);
    private final List<Name> lambdas = new ArrayList<>(0);
    private @Nullable Name maker;

    /**
     * Nothing as yet.
     *
     * @param number different for each class file, and not 0
     */
    Mentions(Name self, int number) {
        this.self = self;
        this.number = number;
    }

    Name self() {
        return self;
    }

    /** It names it as a type. */
    void type(Name name) {
        add(name, false);
    }

    /** It names it in a text. */
    void text(Name name) {
        add(name, true);
    }

    /** It implements it with a lambda or a method reference, if it is an interface of this kind at all. */
    void lambda(Name name) {
        if (name.meaning == Meaning.SEAM && !lambdas.contains(name)) {
            lambdas.add(name);
        }
    }

    private void add(Name name, boolean inText) {
        if (name.fake != null) {
            addFake(new Use(name.fake, name, inText));
        } else if (name.own != null) {
            addOwn(name);
        } else if (name.meaning == Meaning.SEAM) {
            if (!seams.contains(name)) {
                seams.add(name);
            }
        } else if (name.meaning == Meaning.CLASS_MAKER && maker == null) {
            maker = name;
        }
    }

    private void addOwn(Name name) {
        if (name.seenIn != number && name != self) {
            name.seenIn = number;
            uses.add(name);
        }
    }

    private void addFake(Use use) {
        for (int i = 0; i < fakes.size(); i++) {
            if (fakes.get(i).fake().equals(use.fake())) {
                if (fakes.get(i).inText() && !use.inText()) {
                    fakes.set(i, use);
                }
                return;
            }
        }
        fakes.add(use);
    }

    ScannedClass scanned(ClassFile file, ClassShape shape, List<Name> parents) {
        return new ScannedClass(
                self,
                file,
                shape.isInterface(),
                List.copyOf(parents),
                List.copyOf(uses),
                List.copyOf(fakes),
                List.copyOf(seams),
                List.copyOf(lambdas),
                maker,
                shape.source(),
                null);
    }
}
