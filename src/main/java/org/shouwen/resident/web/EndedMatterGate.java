package org.shouwen.resident.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A matter that has ended can be read by its link for a while, but nothing is done to it there any more, whatever the feature
 * and whoever adds one: an old page that is still open, or its form sent once more, is answered with where the matter stands.
 */
@Configuration(proxyBeanMethods = false)
record EndedMatterGate(ObjectProvider<Tickets> tickets) implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        if (HttpMethod.POST.matches(request.getMethod())) {
                            mustGoOn(request);
                        }
                        return true;
                    }
                })
                .addPathPatterns("/r/t/**");
    }

    private void mustGoOn(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (variables instanceof Map<?, ?> named && named.get("number") instanceof String number) {
            Ticket ticket = tickets.getObject().get(number);
            if (ticket.status().isFinal()) {
                throw Refusal.notPossibleNow(
                        "ticket-over", "这件事" + ticket.status().label() + "，不能再提交；还有问题请告诉首问责任人");
            }
        }
    }
}
