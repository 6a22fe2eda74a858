package dev.goldenpath.auth;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * In the place of {@code @Test} on a test that makes one call as a test user: runs it, and then once for each
 * {@link AuthCase} that can be tried, in which its call is made again with bad credentials and has to be refused, with
 * 401 or 403 and without telling anything. A WebSocket that is accepted with 101 and closed with 1008 at once counts as
 * refused.
 *
 * <p>Each is a test of its own, with its own evidence and verdict, and can be run alone: the method runs in each of them
 * first, with its {@code @BeforeEach}, so that the call that is made again is one that this test has seen pass. So the
 * call happens about twice in each. Only what is called while the method runs counts: what a test needs besides belongs
 * into {@code @BeforeEach}.
 *
 * <p>What can't be tried, for example because the project has no key to sign with, is no test, but a finding of the first
 * one.
 *
 * @since 0.1.0
 */
@TestTemplate
@ExtendWith(AuthMatrixExtension.class)
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AuthMatrix {

    /**
     * Whose credentials are another user's. Without it: those of the first other declared user of the same grant and
     * service; where there is none, {@link AuthCase#ANOTHER_USER} is not tried.
     */
    String anotherUser() default "";

    /**
     * Whether the user's token is known to be no JSON Web Token, so that cases which need one are listed and not tried.
     * Of API keys, passwords and session cookies that is known without it.
     */
    boolean opaqueToken() default false;
}
