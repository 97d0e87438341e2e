package org.shouwen.access.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs a person in by password. */
@Component
record PasswordSignIn(StoredAccounts accounts, SignInThrottle throttle) implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordSignIn.class);

    @Override
    public Authentication authenticate(Authentication request) {
        String username = request.getName();
        String password =
                request.getCredentials() == null ? "" : request.getCredentials().toString();
        String address = request.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        if (!throttle.begin(username, address)) {
            LOG.warn("Sign-in paused for {} from {}", loggable(username), address);
            throw new LockedException("too many failures");
        }
        Authentication signedIn = accounts.signIn(username, password)
                .map(person -> person.authentication(request.getDetails()))
                .orElse(null);
        if (signedIn == null) {
            throttle.failed(username, address);
            LOG.info("Sign-in refused for {} from {}", loggable(username), address);
            throw new BadCredentialsException("wrong account or password");
        }
        throttle.succeeded(username);
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** What people type into the account field may be anything, a password too. */
    private static String loggable(String username) {
        return StoredAccounts.isUsername(username) ? username : "(no account name)";
    }
}
