package dev.goldenpath.auth;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An exception of {@link AuthMatrix}: to this case, the service may answer with this status as well as refuse it.
 *
 * @since 0.1.0
 */
@Repeatable(Accepts.All.class)
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Accepts {

    /** For which credentials. */
    AuthCase value();

    /** Which answer: {@code 404} for what does not exist for others, {@code 200} for what is open to them. */
    int status();

    /** Why that is right; must not be blank. */
    String because();

    /**
     * Several of them.
     *
     * @since 0.1.0
     */
    @Documented
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {

        /** Each of them. */
        Accepts[] value();
    }
}
