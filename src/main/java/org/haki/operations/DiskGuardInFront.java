package org.haki.operations;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the disk guard in front of every page. */
@Configuration(proxyBeanMethods = false)
class DiskGuardInFront implements WebMvcConfigurer {

    private final DiskGuard guard;

    DiskGuardInFront(DiskGuard guard) {
        this.guard = guard;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard);
    }
}
