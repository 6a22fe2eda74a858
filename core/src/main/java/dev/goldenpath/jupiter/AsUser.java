package dev.goldenpath.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the test user that an injected client calls as. Stands on the parameter or field, or on the class for all of
 * them; also usable on an annotation of your own. Without it a client is anonymous.
 *
 * @since 0.1.0
 */
@Documented
@Inherited
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AsUser {

    /** Stands for no user, where the class names one. */
    String ANONYMOUS = "anonymous";

    /** The user's name in {@code goldenpath.yaml}, or {@link #ANONYMOUS}. */
    String value();
}
