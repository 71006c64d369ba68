package org.haki.access;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who gets in where: the public everywhere it may, staff with an open session, everybody else to the sign-in. */
@Configuration
class Security implements WebMvcConfigurer {

    @Bean
    @Order(1)
    SecurityFilterChain forThePublic(HttpSecurity http) throws Exception {
        return plain(http)
                .securityMatcher(Doors.PUBLIC)
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain forStaff(
            HttpSecurity http, Sessions sessions, Drafts drafts, Cookies cookies, FormTokens tokens, Bouncer bouncer)
            throws Exception {
        return plain(http)
                .addFilterBefore(new SessionFilter(sessions, drafts, cookies), CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll()
                        .requestMatchers(Doors.BEFORE_SIGN_IN).permitAll()
                        .requestMatchers(Doors.WHEN_LOCKED, Doors.DRAFTS).access((_, on) -> known(on))
                        .anyRequest().access((_, on) -> open(on)))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(bouncer).accessDeniedHandler(bouncer))
                .build();
    }

    /** Proofs are judged by {@link SignIns}; nothing else may. */
    @Bean
    AuthenticationManager nobodyElse() {
        return _ -> {
            throw new AuthenticationServiceException("Sign-in goes through SignIns");
        };
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorResolver());
    }

    private static AuthorizationDecision known(RequestAuthorizationContext on) {
        var session = SessionFilter.session(on.getRequest());
        return new AuthorizationDecision(session != null && session.wasOpen());
    }

    private static AuthorizationDecision open(RequestAuthorizationContext on) {
        return new AuthorizationDecision(SessionFilter.actor(on.getRequest()) != null);
    }

    private static HttpSecurity plain(HttpSecurity http) throws Exception {
        return http.headers(HeadersConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }
}
