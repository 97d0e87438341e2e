package org.shouwen.estate.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.shouwen.estate.Estate;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whoever asks something of a site that there is not is told so: an empty list would say that nothing is going on there. */
@Order(2)
@Configuration(proxyBeanMethods = false)
record SiteAsked(ObjectProvider<Estate> estate) implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        if (HttpMethod.GET.matches(request.getMethod())) {
                            check(request.getParameter("site"));
                        }
                        return true;
                    }
                })
                .addPathPatterns("/api/**", "/desk/**");
    }

    private void check(String site) {
        if (!Typed.isBlank(site) && !estate.getObject().sites().contains(Typed.plain(site))) {
            throw Refusal.notFound("site-not-found", "没有编号为“" + site + "”的服务点");
        }
    }
}
