package org.shouwen.ticket.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.shouwen.ticket.Tickets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Everything about one ticket has an address with its {@code {number}}, over the API and on the staff pages. For the person
 * whom the ticket is about (回避) there is no such ticket, whatever the address, and whoever adds one.
 */
@Configuration(proxyBeanMethods = false)
class RecusalGate implements WebMvcConfigurer {

    private final ObjectProvider<Tickets> tickets;

    RecusalGate(ObjectProvider<Tickets> tickets) {
        this.tickets = tickets;
    }

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
                .addPathPatterns(
                        "/api/tickets/**",
                        "/desk/tickets/**",
                        "/api/incidents/**",
                        "/desk/incidents/**",
                        "/desk/renovations/**");
    }

    private void admit(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (variables instanceof Map<?, ?> named
                && named.get("number") instanceof String number
                && request.getRemoteUser() != null
                && tickets.getObject().isAbout(number, request.getRemoteUser())) {
            throw Tickets.notFound(number);
        }
    }
}
