package dev.goldenpath.priority;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Priority 1, and the JUnit tag {@code P1}. Without this the business stops. The nearest priority counts: a method's before its class's, a class's
 * before that of the class around it.
 *
 * @since 0.1.0
 */
@Tag("P1")
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface P1 {

    /** Names below {@code revenue} in {@code goldenpath.yaml}: what is at risk while this test does not pass. */
    String[] protects() default {};
}
