package org.shouwen.access.process;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the single sign-on after Spring Security and before Camunda's own filters. */
@Configuration
class SingleSignOnConfiguration {

    private static final int AFTER_SPRING_SECURITY = 101;

    @Bean
    FilterRegistrationBean<SingleSignOnFilter> singleSignOn() {
        FilterRegistrationBean<SingleSignOnFilter> registration =
                new FilterRegistrationBean<>(new SingleSignOnFilter());
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(AFTER_SPRING_SECURITY);
        return registration;
    }
}
