package dev.goldenpath.jupiter;

import dev.goldenpath.priority.PriorityMethodOrderer;
import dev.goldenpath.verdict.Grade;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes the tests of a class, and of the classes nested in it, golden-path tests: clients of the services in {@code
 * goldenpath.yaml} can be injected, every call is recorded, a pass without proof is a failure, and the most important
 * tests run first. Also usable on an annotation of your own.
 *
 * @since 0.1.0
 */
@ExtendWith(GoldenPathExtension.class)
@TestMethodOrder(PriorityMethodOrderer.class)
@Tag("golden-path")
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface GoldenPath {

    /**
     * The grade that a pass must be worth: one that is worth less is SUSPECT. A test of a class that demands more than
     * {@link Grade#C} waits some 10 to 100 ms for what the network witness has to say.
     */
    Grade atLeast() default Grade.C;
}
