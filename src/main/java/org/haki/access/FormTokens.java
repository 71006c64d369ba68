package org.haki.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/**
 * By what our forms are told from forged ones: derived from a secret of the session, so that it outlives a lock; before
 * sign-in from a cookie of its own. Nothing is kept for it.
 */
@Component
class FormTokens implements CsrfTokenRepository {

    private static final String FRESH = FormTokens.class.getName();

    private final Cookies cookies;

    FormTokens(Cookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        var session = SessionFilter.session(request);
        if (session != null && !Doors.isBeforeSignIn(request)) {
            return token(session.csrf());
        }
        return cookies.form(request).map(secret -> token(Token.hash(secret))).orElse(null);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var secret = Token.next();
        request.setAttribute(FRESH, secret);
        return token(secret.hash());
    }

    @Override
    public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(FRESH) instanceof Token secret) {
            cookies.keepForm(response, secret);
        }
    }

    private static CsrfToken token(byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var value = mac.doFinal("haki/form/v1".getBytes(StandardCharsets.UTF_8));
            return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", Base64.getUrlEncoder().withoutPadding().encodeToString(value));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
