package org.haki.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What protects every answer, by the address at which Haki is known. */
class HeadersTest {

    @Test
    void whoever_came_over_https_comes_over_nothing_else_and_over_plain_http_nothing_is_said_of_it() throws Exception {
        assertThat(answer("https://cases.example.org").getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        var plain = answer("http://localhost:8080");
        assertThat(plain.getHeader("Strict-Transport-Security")).isNull();
        assertThat(plain.getHeader("Content-Security-Policy")).contains("default-src 'none'");
    }

    private static MockHttpServletResponse answer(String publicUrl) throws Exception {
        var response = new MockHttpServletResponse();
        new EachRequest(publicUrl).doFilter(new MockHttpServletRequest("GET", "/"), response, new MockFilterChain());
        return response;
    }
}
