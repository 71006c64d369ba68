package org.haki.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TrustedProxiesTest {

    private static final String PROXIES = "127.0.0.1, 10.0.0.2,::1";

    @Test
    void whoever_is_no_proxy_of_ours_is_not_believed_about_another_address() throws Exception {
        assertThat(asked("198.51.100.7", "203.0.113.9").getRemoteAddr()).isEqualTo("198.51.100.7");
        assertThat(asked("198.51.100.7", "203.0.113.9").getScheme()).isEqualTo("http");
        assertThat(asked("127.0.0.12", "203.0.113.9").getRemoteAddr()).as("an address that begins alike").isEqualTo("127.0.0.12");
    }

    @Test
    void a_proxy_of_ours_says_who_asked_and_whether_over_HTTPS_and_nobody_before_it_does() throws Exception {
        assertThat(asked("127.0.0.1", "203.0.113.9").getRemoteAddr()).isEqualTo("203.0.113.9");
        assertThat(asked("127.0.0.1", "203.0.113.9").getScheme()).isEqualTo("https");
        assertThat(asked("::1", "6.6.6.6, 203.0.113.9, 10.0.0.2").getRemoteAddr()).as("what a visitor claims herself").isEqualTo("203.0.113.9");
        assertThat(asked("127.0.0.1", null).getRemoteAddr()).isEqualTo("127.0.0.1");
    }

    private static HttpServletRequest asked(String from, String forwarded) throws Exception {
        var request = new MockHttpServletRequest("GET", "/report/riverbend");
        request.setRemoteAddr(from);
        if (forwarded != null) {
            request.addHeader("X-Forwarded-For", forwarded);
            request.addHeader("X-Forwarded-Proto", "https");
        }
        var chain = new MockFilterChain();
        TrustedProxies.filter(PROXIES).doFilter(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) chain.getRequest();
    }
}
