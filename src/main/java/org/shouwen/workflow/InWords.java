package org.shouwen.workflow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What people call what a model names: on the method of a bean a person or a moment ({@code ${people.handler(execution)}}
 * is 经办人), on a delegate whom it tells. The lists of flows show these words and no expressions.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface InWords {

    /** In Chinese; empty only where a flow that is begun says it all. */
    String value() default "";

    /** Id of the table that decides it, {@code timeLimits}; empty where none does. */
    String table() default "";

    /** Stem of the notice that the delegate sends by itself; empty where the step says which, or it sends none. */
    String notice() default "";

    /** Id of the process that the delegate begins, {@code supervision}; empty where it begins none. */
    String flow() default "";
}
