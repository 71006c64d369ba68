package org.haki.referrals;

import org.haki.kernel.Errors;

/**
 * One case of another organisation, through its window.
 *
 * @param owner     the organisation whose case it is
 * @param mayAnswer whether the reader may take or refuse it, and say how it ended
 * @param mayWrite  whether she may record something
 * @param mayRefer  whether she may ask a third organisation
 * @param said      what was typed into the form that was sent back
 * @param form      which form was sent back: "entry", "rejection", "failure", or ""
 */
public record WindowPage(
        SharedCases.View view, String owner, boolean mayAnswer, boolean mayWrite, boolean mayRefer, WriteEntry said, String form,
        Errors errors) {

    /** Whether the reader works with it: she accepted it, and it has not ended. */
    public boolean isMine() {
        return view.file() != null && view.window().isOpen();
    }
}
