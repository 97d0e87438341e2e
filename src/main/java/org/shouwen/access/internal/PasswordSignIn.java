package org.shouwen.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
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
        String username = accounts.spelled(request.getName());
        String password =
                request.getCredentials() == null ? "" : request.getCredentials().toString();
        Details details = (Details) request.getDetails();
        String address = details.getRemoteAddress();
        if (!throttle.begin(username, address, details.device())) {
            LOG.warn("Sign-in paused for {} from {}", StoredAccounts.loggable(username), address);
            throw new LockedException("too many failures");
        }
        Authentication signedIn = accounts.signIn(username, password)
                .map(person -> person.authentication(request.getDetails()))
                .orElse(null);
        if (signedIn == null) {
            LOG.info("Sign-in refused for {} from {}", StoredAccounts.loggable(username), address);
            throw new BadCredentialsException("wrong account or password");
        }
        throttle.succeeded(username, address, details.device());
        return signedIn;
    }

    /** Where somebody comes from, and in which of his browsers. */
    static final class Details extends WebAuthenticationDetails {

        private final transient Optional<String> device;

        Details(HttpServletRequest request, KnownDevice devices, StoredAccounts accounts) {
            super(request);
            device = devices.of(request, accounts.spelled(String.valueOf(request.getParameter("username"))));
        }

        private Optional<String> device() {
            return device;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
