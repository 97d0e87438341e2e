package org.shouwen.desk.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.access.Role;
import org.shouwen.problem.Refusal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who looks at a page.
 *
 * @param code the account, which is the code of the member of staff
 * @param authorities roles as Spring Security names them
 */
record Reader(String code, Set<String> authorities) {

    static Reader of(Authentication caller) {
        return new Reader(
                caller.getName(),
                caller.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet()));
    }

    boolean isAny(Role... roles) {
        return Arrays.stream(roles).map(Role::authority).anyMatch(authorities::contains);
    }

    /** @throws Refusal where the reader has none of the roles */
    void mustBe(Role... roles) {
        if (!isAny(roles)) {
            throw Refusal.notAllowed(
                    "page-not-yours",
                    "这里只对%s开放".formatted(Arrays.stream(roles).map(Role::label).collect(Collectors.joining("、"))));
        }
    }
}
