package org.haki.devices;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** What devices post reaches its controller whole, so that what cannot be taken apart is refused in words that a device reads. */
@Configuration(proxyBeanMethods = false)
class WholePosts {

    @Bean
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                var path = request.getRequestURI();
                return !path.startsWith("/key/") && !path.startsWith("/openrosa/") && super.isMultipart(request);
            }
        };
    }
}
