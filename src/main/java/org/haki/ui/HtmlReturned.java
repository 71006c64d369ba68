package org.haki.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** A controller may return an {@link Html} as it is: the page, with status 200. */
class HtmlReturned implements HandlerMethodReturnValueHandler {

    private final Supplier<HtmlConverter> converter;

    HtmlReturned(ObjectProvider<HtmlConverter> converter) {
        this.converter = SingletonSupplier.of(converter::getObject);
    }

    @Override
    public boolean supportsReturnType(MethodParameter returned) {
        return returned.getParameterType() == Html.class;
    }

    @Override
    public void handleReturnValue(Object html, MethodParameter returned, ModelAndViewContainer model, NativeWebRequest web)
            throws IOException {
        model.setRequestHandled(true);
        converter.get().write(
                (Html) html, MediaType.TEXT_HTML, new ServletServerHttpResponse(web.getNativeResponse(HttpServletResponse.class)));
    }
}
