package org.shouwen.rights.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.rights.Sites;
import org.shouwen.wording.Moments;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Makes the caller of a request, once a request. */
@Component
record Callers(Sites sites, Moments moments) {

    private static final String KEY = Caller.class.getName();

    Caller of(HttpServletRequest request) {
        if (request.getAttribute(KEY) instanceof Caller known) {
            return known;
        }
        Authentication signedIn = (Authentication) request.getUserPrincipal();
        Caller caller =
                new Caller(signedIn.getName(), roles(signedIn), () -> sites.sitesOf(signedIn.getName()), moments.now());
        request.setAttribute(KEY, caller);
        return caller;
    }

    private static Set<Role> roles(Authentication signedIn) {
        Set<String> authorities = signedIn.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        return Arrays.stream(Role.values())
                .filter(role -> authorities.contains(role.authority()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
