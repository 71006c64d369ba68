package org.haki.access;

import org.haki.access.LockoutRepository.Factor;
import org.springframework.stereotype.Service;

/** Counts tries at a code that is asked for outside the sign-in: whoever errs often waits, as there. */
@Service
public class Tries {

    private final LockoutRepository lockout;

    Tries(LockoutRepository lockout) {
        this.lockout = lockout;
    }

    /** Counts a try at the code of this pass, known or not; false where it may not be judged now. */
    public boolean mayTry(String pass) {
        return lockout.tryOnce(Factor.PASS, pass, null).isEmpty();
    }

    /** It was right: the count begins anew. */
    public void held(String pass) {
        lockout.held(Factor.PASS, pass, null);
    }
}
