package org.shouwen.access.internal;

import java.util.Set;
import org.shouwen.rights.Role;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * The principal of a request.
 *
 * @param username the account
 * @param epoch the account's sign-in epoch when the person came in
 * @param given whether his password was chosen by somebody else, so that he may do nothing but choose his own
 * @param roles what the account may do now
 */
record SignedIn(String username, int epoch, boolean given, Set<Role> roles) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return username;
    }

    Authentication authentication(Object details) {
        var authorities = AuthorityUtils.createAuthorityList(
                roles.stream().map(Role::authority).sorted().toList());
        var authentication = UsernamePasswordAuthenticationToken.authenticated(this, null, authorities);
        authentication.setDetails(details);
        return authentication;
    }
}
