package org.shouwen.ticket.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Sight;
import org.shouwen.ticket.TicketNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Everything about one ticket has an address with its {@code {number}}, over the API and on the staff pages. Whoever does not
 * see the ticket ({@link Sight}) gets the answer that there is none, whatever the address, and whoever adds one.
 */
@Order(1)
@Configuration(proxyBeanMethods = false)
record SightGate(ObjectProvider<Sight> sight) implements WebMvcConfigurer {

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
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (variables instanceof Map<?, ?> named
                && named.get("number") instanceof String number
                && request.getAttribute(Caller.class.getName()) instanceof Caller reader) {
            String meant = TicketNumber.find(number).orElse(number);
            if (!meant.equals(number)) {
                Map<Object, Object> corrected = new LinkedHashMap<>(named);
                corrected.put("number", meant);
                request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, corrected);
            }
            sight.getObject().mustSee(meant, reader);
        }
    }
}
