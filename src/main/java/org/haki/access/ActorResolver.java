package org.haki.access;

import org.haki.kernel.Actor;
import org.haki.ui.Signs;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller the {@link Actor} whose session the request belongs to. */
class ActorResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter, ModelAndViewContainer model, NativeWebRequest web, WebDataBinderFactory binders) {
        var actor = (Actor) web.getAttribute(Signs.ACTOR, RequestAttributes.SCOPE_REQUEST);
        if (actor == null) {
            throw new IllegalStateException("A route that is open to all asks for an Actor");
        }
        return actor;
    }
}
