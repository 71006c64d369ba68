package org.haki.ui;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.filters.RemoteIpFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Believes the proxies that are named in the settings, and nobody else, about who asks and whether over HTTPS; limits count by that. */
@Configuration
class TrustedProxies {

    @Bean
    FilterRegistrationBean<RemoteIpFilter> visitors(@Value("${haki.trusted-proxies:}") String proxies) {
        var registration = new FilterRegistrationBean<>(filter(proxies));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setEnabled(!proxies.isBlank());
        return registration;
    }

    /** For these addresses, separated by commas: of what came over them, the last address that is none of theirs is the visitor's. */
    static RemoteIpFilter filter(String proxies) {
        var filter = new RemoteIpFilter();
        filter.setInternalProxies(Arrays.stream(proxies.split(",")).map(String::strip).filter(one -> !one.isEmpty()).map(Pattern::quote)
                .collect(Collectors.joining("|")));
        filter.setRemoteIpHeader("X-Forwarded-For");
        filter.setProtocolHeader("X-Forwarded-Proto");
        return filter;
    }
}
