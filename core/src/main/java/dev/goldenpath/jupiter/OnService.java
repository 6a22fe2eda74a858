package dev.goldenpath.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the service that an injected client calls. Stands on the parameter or field, or on the class for all of them;
 * also usable on an annotation of your own.
 *
 * @since 0.1.0
 */
@Documented
@Inherited
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OnService {

    /**
     * The service's name in {@code goldenpath.yaml}. Without it: the one of the parameter's or field's name, else the
     * only service there is.
     */
    String value() default "";
}
