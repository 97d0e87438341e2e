package org.shouwen.rights;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which roles an address answers to, where it is no deed on a ticket; on the method, else on its class. Empty: all staff.
 * An address without it is answered to nobody.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

    /** @return the roles; none: whoever is signed in */
    Role[] value() default {};
}
