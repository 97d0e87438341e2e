package org.shouwen.access.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import org.shouwen.credential.Signatures;
import org.shouwen.rights.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Two doors. The API knows nothing but bearer tokens and keeps no session; everything else is behind one login form,
 * Camunda's webapps included. Whoever has not signed in leaves nothing here.
 */
@Configuration
@EnableWebSecurity
class SecurityConfiguration {

    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; " + "frame-ancestors 'self'; form-action 'self'";
    private static final String PERMISSIONS = "camera=(self), geolocation=(), microphone=(), payment=(), usb=()";

    private static final RequestMatcher CAMUNDA = anyOf("/camunda", "/camunda/**");
    private static final RequestMatcher CAMUNDA_API = anyOf("/camunda/api", "/camunda/api/**");
    private static final RequestMatcher ENGINE = anyOf("/engine-rest", "/engine-rest/**");

    /** No page of ours sends anything there: one is guarded by a token of its own, the other closed. */
    private static final RequestMatcher NO_PAGES = new OrRequestMatcher(CAMUNDA, ENGINE);

    /** Where Modeler asks for Cockpit; whoever asks is told. */
    private static final RequestMatcher WEBAPPS =
            path(HttpMethod.GET, "/.well-known/camunda-automation-platform/webapps");

    /** All that Modeler asks; every other address of an engine stays closed. */
    private static final RequestMatcher MODELER = new OrRequestMatcher(
            path(HttpMethod.GET, "/engine-rest/deployment"),
            path(HttpMethod.GET, "/engine-rest/version"),
            path(HttpMethod.POST, "/engine-rest/deployment/create"),
            path(HttpMethod.POST, "/engine-rest/process-definition/{id}/start"),
            new AndRequestMatcher(
                    request -> request.getMethod().equals("OPTIONS"),
                    anyOf(
                            "/engine-rest/deployment",
                            "/engine-rest/version",
                            "/engine-rest/deployment/create",
                            "/engine-rest/process-definition/{id}/start")),
            WEBAPPS);

    private static final RequestMatcher LOGOUT = path(HttpMethod.POST, "/logout");

    /** Tasklist's own way out. Its header cannot be sent by a foreign page, and its token is checked by Camunda's filter. */
    private static final RequestMatcher CAMUNDA_LOGOUT = new AndRequestMatcher(
            path(HttpMethod.POST, "/camunda/api/admin/auth/user/default/logout"),
            request -> request.getHeader("X-XSRF-TOKEN") != null);

    private final StoredAccounts accounts;
    private final Answers answers;

    SecurityConfiguration(StoredAccounts accounts, ObjectMapper json) {
        this.accounts = accounts;
        this.answers = new Answers(json);
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiDoor(HttpSecurity http) throws Exception {
        RequestMatcher description = anyOf("/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/**");
        return byToken(http.securityMatcher(new OrRequestMatcher(anyOf("/api", "/api/**"), description)), description)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, failure) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                            answers.problem(
                                    response,
                                    HttpStatus.UNAUTHORIZED,
                                    "unauthenticated",
                                    "未登录",
                                    "请在请求头 Authorization 里带上有效的访问令牌：Bearer <令牌>");
                        })
                        .accessDeniedHandler((request, response, failure) ->
                                answers.problem(response, HttpStatus.FORBIDDEN, "not-allowed", "无权操作", "这个账号不能做这件事")))
                .build();
    }

    /** Camunda Modeler's deploy button: a bearer token, never a session; its page is a file, so it asks before it sends one. */
    @Bean
    @Order(0)
    SecurityFilterChain modelerDoor(HttpSecurity http) throws Exception {
        // First of all: also what a token is refused for is read by its page
        http.securityMatcher(MODELER).addFilterBefore(new ModelersPageFilter(), AnonymousAuthenticationFilter.class);
        return byToken(http, WEBAPPS)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(this::tokenNeeded))
                .build();
    }

    private void tokenNeeded(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        answers.camunda(
                response,
                HttpStatus.UNAUTHORIZED,
                "unauthenticated",
                "请在 Camunda Modeler 的部署窗口里选 Bearer token，填项目经理或主管的访问令牌");
    }

    /** @param open for whoever asks; for the rest a token is needed, and a session is none */
    private HttpSecurity byToken(HttpSecurity http, RequestMatcher open) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::ours)
                .addFilterBefore(new BearerTokenFilter(accounts), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(open)
                        .permitAll()
                        .anyRequest()
                        .authenticated());
    }

    /** Nobody types a NUL, and a database cannot even be asked for it: what is sent with one is refused before anything reads it. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    @Order(2)
    SecurityFilterChain staffDoor(
            HttpSecurity http, PasswordSignIn passwords, SignIns signIns, Signatures signatures, KnownDevice devices)
            throws Exception {
        // Not as a provider beside the global one: that would try, and count, every wrong password twice
        return http.authenticationManager(new ProviderManager(passwords))
                .csrf(csrf -> csrf.ignoringRequestMatchers(NO_PAGES).csrfTokenRepository(new FormTokens(signatures)))
                .headers(SecurityConfiguration::ours)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(contexts -> contexts.securityContextRepository(signIns))
                .requestCache(cache -> cache.requestCache(new PageAskedFor()))
                .addFilterBefore(
                        new GivenPasswordFilter(anyOf(
                                GivenPasswordFilter.PAGE,
                                "/login",
                                "/logout",
                                "/style/**",
                                "/access/**",
                                "/desk/desk.*")),
                        AuthorizationFilter.class)
                .addFilterBefore(new NobodysRequestFilter(anyOf("/login", "/setup"), NO_PAGES), CsrfFilter.class)
                .formLogin(form -> form.loginPage("/login")
                        .authenticationDetailsSource(request -> new PasswordSignIn.Details(request, devices, accounts))
                        .defaultSuccessUrl("/desk")
                        .failureHandler(SecurityConfiguration::backToLogin)
                        .permitAll())
                .logout(logout -> logout.logoutRequestMatcher(new OrRequestMatcher(LOGOUT, CAMUNDA_LOGOUT))
                        .logoutSuccessHandler(SecurityConfiguration::loggedOut))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(anyOf(
                                "/login",
                                "/setup",
                                "/style/**",
                                "/access/**",
                                "/credential/**",
                                "/v/*",
                                "/favicon.ico",
                                "/error"))
                        .permitAll()
                        .requestMatchers(new OrRequestMatcher(ENGINE, anyOf("/actuator", "/actuator/**")))
                        .denyAll()
                        .requestMatchers(CAMUNDA)
                        .access((who, context) -> camunda(who, context))
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                                (request, response, failure) -> answers.camunda(
                                        response, HttpStatus.UNAUTHORIZED, "unauthenticated", "登录已失效，请重新登录"),
                                CAMUNDA_API)
                        // Who calls an address of an engine is a program, whatever the method
                        .defaultAuthenticationEntryPointFor(this::tokenNeeded, ENGINE)
                        .defaultAuthenticationEntryPointFor(
                                (request, response, failure) ->
                                        response.sendRedirect(request.getContextPath() + "/login"),
                                request -> true)
                        .defaultAccessDeniedHandlerFor(this::camundaRefused, CAMUNDA_API)
                        .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), request -> true))
                .build();
    }

    private static AuthorizationDecision camunda(Supplier<Authentication> who, RequestAuthorizationContext context) {
        return new AuthorizationDecision(who.get() != null
                && who.get().getPrincipal() instanceof SignedIn person
                && refusal(context.getRequest(), person.roles()).isEmpty());
    }

    private void camundaRefused(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        Set<Role> roles = request.getUserPrincipal() instanceof Authentication signedIn
                        && signedIn.getPrincipal() instanceof SignedIn person
                ? person.roles()
                : Set.of();
        answers.camunda(
                response,
                HttpStatus.FORBIDDEN,
                "not-open",
                refusal(request, roles).orElse("首问没有开放这个功能"));
    }

    private static java.util.Optional<String> refusal(HttpServletRequest request, Set<Role> roles) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return CamundaRoutes.refusal(request.getMethod(), path, roles.contains(Role.ADMINISTRATOR));
    }

    /** Our pages and the API; Camunda's webapps write a policy of their own, and their scripts may be cached. */
    private static void ours(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(outsideOf(CAMUNDA, new ContentSecurityPolicyHeaderWriter(POLICY)))
                .addHeaderWriter(outsideOf(
                        anyOf(
                                "/camunda/lib/**",
                                "/camunda/app/**",
                                "/camunda/assets/**",
                                "/style/**",
                                "/access/**",
                                "/credential/**"),
                        new CacheControlHeadersWriter()));
    }

    private static HeaderWriter outsideOf(RequestMatcher matcher, HeaderWriter writer) {
        return new DelegatingRequestMatcherHeaderWriter(new NegatedRequestMatcher(matcher), writer);
    }

    private static void backToLogin(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String page = failure instanceof LockedException ? "/login?paused" : "/login?refused";
        response.sendRedirect(request.getContextPath() + page);
    }

    private static void loggedOut(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (CAMUNDA.matches(request)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            response.sendRedirect(request.getContextPath() + "/login?left");
        }
    }

    private static RequestMatcher anyOf(String... patterns) {
        return new OrRequestMatcher(java.util.Arrays.stream(patterns)
                .map(pattern -> (RequestMatcher)
                        PathPatternRequestMatcher.withDefaults().matcher(pattern))
                .toList());
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
