package org.shouwen.access.process;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is signed in at our login page is signed in to Tasklist and Cockpit, with the roles, posts and tenants of this moment:
 * the session's copy, which Camunda would keep for five minutes, is dropped as soon as it differs.
 */
class SingleSignOnFilter extends ContainerBasedAuthenticationFilter {

    /** The question "who am I?", which Camunda's own pattern leaves out. */
    private static final Pattern WHO_AM_I = Pattern.compile("/api/admin/auth/user/([^/]+)");

    @Override
    public void init(FilterConfig config) {
        authenticationProvider = new FromSecurityContext();
    }

    @Override
    protected String extractEngineName(HttpServletRequest request) {
        Matcher whoAmI = WHO_AM_I.matcher(getRequestUri(request));
        return whoAmI.matches() ? whoAmI.group(1) : super.extractEngineName(request);
    }

    private static final class FromSecurityContext implements AuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            Authentication person = SecurityContextHolder.getContext().getAuthentication();
            if (person == null || !person.isAuthenticated() || person instanceof AnonymousAuthenticationToken) {
                return AuthenticationResult.unsuccessful();
            }
            List<String> groups =
                    engine.getIdentityService().createGroupQuery().groupMember(person.getName()).list().stream()
                            .map(Group::getId)
                            .toList();
            List<String> tenants =
                    engine.getIdentityService().createTenantQuery().userMember(person.getName()).list().stream()
                            .map(Tenant::getId)
                            .toList();
            forgetStale(request.getSession(), engine.getName(), groups, tenants);
            AuthenticationResult result = AuthenticationResult.successful(person.getName());
            result.setGroups(groups);
            result.setTenants(tenants);
            return result;
        }

        private static void forgetStale(HttpSession session, String engine, List<String> groups, List<String> tenants) {
            Authentications authentications = AuthenticationUtil.getAuthsFromSession(session);
            if (authentications.getAuthenticationForProcessEngine(engine) instanceof UserAuthentication present
                    && !(isSame(present.getGroupIds(), groups) && isSame(present.getTenantIds(), tenants))) {
                authentications.removeByEngineName(engine);
            }
        }

        private static boolean isSame(List<String> present, List<String> now) {
            return new HashSet<>(present).equals(new HashSet<>(now));
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
            // Spring Security has sent people to the login page before they come this far
        }
    }
}
