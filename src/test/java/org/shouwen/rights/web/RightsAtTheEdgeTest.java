package org.shouwen.rights.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.wording.Moments;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;

/** An address answers to whom it is declared for, and to nobody where it is not. */
class RightsAtTheEdgeTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final AtomicInteger asked = new AtomicInteger();
    private final List<Caller> callers = new ArrayList<>();
    private final MockMvc edge = edge();

    @Test
    void allStaffWhereNoRoleIsNamed() throws Exception {
        get("/api/all", "TECHNICIAN");
        get("/desk");

        assertThat(callers).extracting(Caller::code).containsExactly("p1", "p1");
        assertThat(callers.get(0).roles()).containsExactly(Role.TECHNICIAN);
        assertThat(callers.get(0).at()).isEqualTo(NINE);
        assertThat(callers.get(1).roles()).isEmpty();
        assertThat(asked).hasValue(0);
        assertThat(callers.get(0).sites()).containsExactly("site of p1");
    }

    @Test
    void theNamedRolesOnlyOnTheMethodBeforeTheClass() throws Exception {
        get("/api/own", "MANAGER");
        assertThat(callers).hasSize(1);

        assertThatThrownBy(() -> get("/api/own", "TECHNICIAN"))
                .isInstanceOf(ServletException.class)
                .satisfies(failure -> assertThat(Refusal.in(failure)).hasValueSatisfying(refusal -> {
                    assertThat(refusal).hasMessage("这里只对班长、项目经理开放");
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED);
                }));
        assertThat(callers).hasSize(1);
    }

    @Test
    void whatIsNotDeclaredAnswersToNobody() {
        assertThatThrownBy(() -> get("/api/forgotten", "ADMINISTRATOR"))
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not say whom it answers to");
    }

    @Test
    void elsewhereNothingIsAsked() throws Exception {
        edge.perform(MockMvcRequestBuilders.get("/v/token"));
    }

    private void get(String path, String... roles) throws Exception {
        edge.perform(MockMvcRequestBuilders.get(path)
                .principal(new UsernamePasswordAuthenticationToken(
                        "p1",
                        "",
                        AuthorityUtils.createAuthorityList(
                                Arrays.stream(roles).map(role -> "ROLE_" + role).toList()))));
    }

    private MockMvc edge() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean(
                "callers",
                new Callers(
                        staff -> {
                            asked.incrementAndGet();
                            return Set.of("site of " + staff);
                        },
                        new Moments(Clock.fixed(NINE, SHANGHAI), SHANGHAI)));
        RightsAtTheEdge rights = new RightsAtTheEdge(beans.getBeanProvider(Callers.class));
        List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>();
        rights.addArgumentResolvers(resolvers);
        Interceptors interceptors = new Interceptors();
        rights.addInterceptors(interceptors);
        return MockMvcBuilders.standaloneSetup(new Declared(), new Forgotten())
                .setCustomArgumentResolvers(resolvers.toArray(HandlerMethodArgumentResolver[]::new))
                .addInterceptors(interceptors.all())
                .build();
    }

    private static final class Interceptors extends InterceptorRegistry {

        HandlerInterceptor[] all() {
            return getInterceptors().toArray(HandlerInterceptor[]::new);
        }
    }

    @Allowed
    @RestController
    private final class Declared {

        @GetMapping({"/api/all", "/desk"})
        String all(Caller caller, String word) {
            assertThat(word).isNull();
            callers.add(caller);
            return "";
        }

        @Allowed({Role.LEAD, Role.MANAGER})
        @GetMapping("/api/own")
        String own(Caller caller) {
            callers.add(caller);
            return "";
        }
    }

    @RestController
    private static final class Forgotten {

        @GetMapping({"/api/forgotten", "/v/token"})
        String forgotten() {
            return "";
        }
    }
}
