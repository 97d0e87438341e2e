package org.shouwen.resident.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.shouwen.resident.Link;
import org.shouwen.resident.PageCookie;
import org.shouwen.resident.PageKeys;
import org.shouwen.rights.Pace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * The third door, for residents: no account, no session of the server, only the key that an opened link leaves in the
 * browser. Staff who are signed in are nobody here.
 */
@Configuration(proxyBeanMethods = false)
class ResidentDoor {

    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; " + "frame-ancestors 'none'; form-action 'self'";

    @Bean
    @Order(0)
    SecurityFilterChain residentsDoor(HttpSecurity http, PageKeys keys, Pace pace, Clock clock) throws Exception {
        return http.securityMatcher("/r", "/r/**", "/resident/**")
                .csrf(csrf -> csrf.csrfTokenRepository(new PageTokens(keys)))
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")))
                .addFilterBefore(new ResidentGate(keys, pace, clock), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .exceptionHandling(refusals ->
                        refusals.accessDeniedHandler((request, response, failure) -> again(request, response)))
                .build();
    }

    /** The form was not ours, or its page had stood too long. */
    private static void again(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String page = request.getAttribute(PageCookie.LINK) instanceof Link link ? link.page() + "?again" : "/r/gone";
        response.sendRedirect(request.getContextPath() + page);
    }
}
