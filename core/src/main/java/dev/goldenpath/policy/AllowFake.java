package dev.goldenpath.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the tests of a class reach a fake, for a reason and until a date. What it allows is listed in every report. It
 * holds for nested classes and subclasses too; there is no other way past the no-mock policy.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(AllowFake.List.class)
public @interface AllowFake {

    /**
     * The fake: a class or a package by its full name, for example {@code com.acme.FakeClock} or {@code org.mockito},
     * which allows what is in it too. Either what is used, or the class that uses it.
     */
    String what();

    /** Why, for whoever reads the report; not blank. */
    String reason();

    /** The last day it holds, as {@code 2026-12-31}, by the clock of the machine that runs the test. */
    String until();

    /**
     * Several of them.
     *
     * @since 0.1.0
     */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @Documented
    @interface List {

        /** Each of them. */
        AllowFake[] value();
    }
}
