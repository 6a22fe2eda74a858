package dev.goldenpath.readiness;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names services that a test needs besides those whose clients it has injected. While one of them is not ready, the test
 * is BLOCKED. What stands on the method, on its class, on the classes above that and on those around it adds up; also
 * usable on an annotation of your own.
 *
 * @since 0.1.0
 */
@Documented
@Inherited
@Repeatable(Requires.All.class)
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    /** The services' names in {@code goldenpath.yaml}. One that is not declared makes the test an ERROR. */
    String[] value();

    /**
     * Holds several of them that stand at one place. The compiler writes it.
     *
     * @since 0.1.0
     */
    @Documented
    @Inherited
    @Target({ElementType.METHOD, ElementType.TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {

        /** In the order of the source. */
        Requires[] value();
    }
}
