package org.haki.access;

import jakarta.servlet.http.HttpServletRequest;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.springframework.stereotype.Component;

/** Asks whoever is signed in for her password once more, before something leaves Haki; wrong ones make her wait, as at the door. */
@Component
public class OwnPassword {

    private final MyAccount account;

    OwnPassword(MyAccount account) {
        this.account = account;
    }

    /** What is wrong with the password in this field of the form; empty when it is hers. */
    public Errors errors(Actor actor, HttpServletRequest form, String field) {
        var refused = account.prove(actor, form.getParameter(field), SessionFilter.from(form));
        return refused == null ? new Errors() : SignInController.errors(field, "MePage.current.wrong", refused);
    }
}
