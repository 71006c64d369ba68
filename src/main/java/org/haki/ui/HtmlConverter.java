package org.haki.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes an {@link Html} as the page it stands for: drawn whole before the first byte goes out. Whoever is refused for now is told when to come again. */
@Component
class HtmlConverter extends AbstractHttpMessageConverter<Html> {

    private static final MediaType TEXT_HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final Set<Integer> FOR_NOW = Set.of(429, 503, 507);
    private static final String SECONDS_TO_WAIT = "5";

    private final Pages pages;

    HtmlConverter(Pages pages) {
        super(TEXT_HTML);
        this.pages = pages;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Html.class;
    }

    @Override
    public boolean canRead(Class<?> type, MediaType mediaType) {
        return false;
    }

    @Override
    protected Html readInternal(Class<? extends Html> type, HttpInputMessage input) {
        throw new UnsupportedOperationException("Pages are only written");
    }

    @Override
    protected void writeInternal(Html html, HttpOutputMessage output) throws IOException {
        var asked = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        var page = pages.draw(html, asked.getRequest()).getBytes(StandardCharsets.UTF_8);
        if (FOR_NOW.contains(asked.getResponse().getStatus()) && !output.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER)) {
            output.getHeaders().set(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        if (html.page() instanceof AsksWhere asking && asking.asksWhere()) {
            asked.getResponse().setHeader("Permissions-Policy", "camera=(), geolocation=(self), microphone=(), browsing-topics=()");
        }
        output.getHeaders().setContentType(TEXT_HTML);
        output.getHeaders().setContentLength(page.length);
        output.getBody().write(page);
    }
}
