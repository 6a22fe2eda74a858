package dev.goldenpath.environment;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has a section of the author's own settings injected, as {@link AuthorSettings#bind} makes it. Stands on a parameter or
 * field whose type is a record; also usable on an annotation of your own. A section with a problem makes the test an
 * ERROR that lists all of them.
 *
 * @since 0.1.0
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Configured {

    /**
     * The section's name below {@code settings} in {@code goldenpath.yaml}. Without it: that of the record without {@code
     * Settings} at its end, in lower case with hyphens, so that {@code PaymentGatewaySettings} is the section {@code
     * payment-gateway}.
     */
    String value() default "";
}
