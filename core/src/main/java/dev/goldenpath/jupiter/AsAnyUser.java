package dev.goldenpath.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has an injected client call as a user of a pool that nobody else uses meanwhile: no other test, thread, JVM, build or
 * machine that goes by the pool's folder. Stands on the parameter or field, or on the class for all of them; also usable
 * on an annotation of your own. The user is given back when the test ends, or the class for a client that is shared by
 * its tests.
 *
 * <p>All clients of one test that name the same pool and role call as the same user, those of different roles as
 * different users. A test that finds no user free in time is BLOCKED.
 *
 * @since 0.1.0
 */
@Documented
@Inherited
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AsAnyUser {

    /** The pool's name in {@code goldenpath.yaml}. */
    String from();

    /** The role that the user plays in this test, for example {@code buyer}; needed where a test has several. */
    String as() default "";
}
