package org.shouwen.citypack.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.shouwen.estate.Estate;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The rules of one site have an address with its {@code {site}}; whoever does not read the site gets the answer that there is none. */
@Order(1)
@Configuration(proxyBeanMethods = false)
record SiteGate(ObjectProvider<Estate> estate) implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                        instanceof Map<?, ?> named
                                && named.get("site") instanceof String site
                                && request.getAttribute(Caller.class.getName()) instanceof Caller reader
                                && !reader.readable(estate.getObject().sites()).contains(site)) {
                            throw Refusal.notFound("site-not-found", "没有编号为“" + site + "”的服务点");
                        }
                        return true;
                    }
                })
                .addPathPatterns("/desk/admin/sites/**");
    }
}
