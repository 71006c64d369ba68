package org.haki.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes an {@link Html} as the page it stands for: drawn whole before the first byte goes out. */
@Component
class HtmlConverter extends AbstractHttpMessageConverter<Html> {

    private static final MediaType TEXT_HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

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
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        var page = pages.draw(html, request).getBytes(StandardCharsets.UTF_8);
        output.getHeaders().setContentType(TEXT_HTML);
        output.getHeaders().setContentLength(page.length);
        output.getBody().write(page);
    }
}
