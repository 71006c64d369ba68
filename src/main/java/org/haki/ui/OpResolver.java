package org.haki.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.haki.kernel.Op;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;

/** Reads the {@link Op} of an unsafe form from its hidden fields; a form without one is none of ours. */
class OpResolver implements HandlerMethodArgumentResolver {

    private static final Set<String> NOT_TYPED = Set.of("_csrf", "_draft", "op");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Op.class;
    }

    @Override
    public Op resolveArgument(
            MethodParameter parameter, ModelAndViewContainer model, NativeWebRequest web, WebDataBinderFactory binders)
            throws ServletRequestBindingException {
        var request = web.getNativeRequest(HttpServletRequest.class);
        try {
            var base = request.getParameter("base");
            return new Op(UUID.fromString(request.getParameter("op")), base == null ? 0 : Integer.parseInt(base), hash(request));
        } catch (IllegalArgumentException | NullPointerException notOurs) {
            throw new ServletRequestBindingException("A form without a readable op");
        }
    }

    /** SHA-256 over the path, each field in the order of their names, every part with its length before it, and each file. */
    private static byte[] hash(HttpServletRequest request) {
        var bytes = new ByteArrayOutputStream();
        add(bytes, request.getRequestURI());
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!NOT_TYPED.contains(name)) {
                add(bytes, name);
                bytes.writeBytes(ByteBuffer.allocate(4).putInt(values.length).array());
                for (var value : values) {
                    add(bytes, value);
                }
            }
        });
        if (request instanceof MultipartRequest files) {
            files.getFileMap().forEach((name, file) -> {
                add(bytes, name);
                bytes.writeBytes(hash(file));
            });
        }
        return sha256(bytes.toByteArray());
    }

    private static byte[] hash(MultipartFile file) {
        try {
            return sha256(file.getBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static void add(ByteArrayOutputStream bytes, String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(utf8.length).array());
        bytes.writeBytes(utf8);
    }
}
