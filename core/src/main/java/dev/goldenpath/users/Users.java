package dev.goldenpath.users;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has {@link VirtualUsers} injected into a parameter of a test: so many users of a pool, each another account, which
 * nobody else uses until the test has ended. A test that finds too few of them free is BLOCKED.
 *
 * @since 0.1.0
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Users {

    /** How many, at least one. */
    int count();

    /** The pool's name in {@code goldenpath.yaml}; it has at least as many users. */
    String from();
}
