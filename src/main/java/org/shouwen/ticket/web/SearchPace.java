package org.shouwen.ticket.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.shouwen.estate.Phone;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Pace;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Of a masked number four digits are hidden: whoever could try whole ones as fast as he likes would find them. Somebody who
 * answers calls looks for one a call.
 */
@Order(2)
@Configuration(proxyBeanMethods = false)
record SearchPace(
        Pace pace,
        @Value("${shouwen.search.numbers-a-minute:30}") int numbersAMinute) implements WebMvcConfigurer {

    /** What lists and the page on which a call is registered are searched by. */
    private static final List<String> SEARCHED = List.of("q", "location");

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        admit(request);
                        return true;
                    }
                })
                .addPathPatterns("/api/**", "/desk/**");
    }

    private void admit(HttpServletRequest request) {
        boolean number = SEARCHED.stream()
                .map(request::getParameter)
                .filter(Objects::nonNull)
                .anyMatch(sought -> Phone.find(sought).isPresent());
        if (number
                && request.getAttribute(Caller.class.getName()) instanceof Caller reader
                && !pace.allows("number " + reader.code(), numbersAMinute, MINUTE)) {
            throw Refusal.tooOften("search-too-often", "按电话查得太频繁了，请一分钟后再查");
        }
    }
}
