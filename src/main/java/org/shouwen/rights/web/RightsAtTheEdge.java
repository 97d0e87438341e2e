package org.shouwen.rights.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands each address its {@link Caller}, and answers to nobody but whom the address is declared for ({@link Allowed}). */
@Order(0)
@Configuration(proxyBeanMethods = false)
record RightsAtTheEdge(ObjectProvider<Callers> callers) implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Caller.class;
            }

            @Override
            public Caller resolveArgument(
                    MethodParameter parameter,
                    ModelAndViewContainer container,
                    NativeWebRequest request,
                    WebDataBinderFactory binders) {
                return callers.getObject().of(request.getNativeRequest(HttpServletRequest.class));
            }
        });
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        if (handler instanceof HandlerMethod method) {
                            mustBeAllowed(callers.getObject().of(request), method);
                        }
                        return true;
                    }
                })
                .addPathPatterns("/api/**", "/desk/**", "/desk", "/engine-rest/**");
    }

    private static void mustBeAllowed(Caller caller, HandlerMethod method) {
        Allowed allowed = of(method);
        if (allowed == null) {
            throw new IllegalStateException(method + " does not say whom it answers to");
        }
        Role[] roles = allowed.value();
        if (roles.length > 0 && !caller.isAny(roles)) {
            throw Refusal.notAllowed(
                    "page-not-yours",
                    "这里只对%s开放".formatted(Arrays.stream(roles).map(Role::label).collect(Collectors.joining("、"))));
        }
    }

    private static Allowed of(HandlerMethod method) {
        Allowed own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Allowed.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allowed.class);
    }
}
