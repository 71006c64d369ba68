package org.haki.referrals;

import org.haki.activities.ActivityScene;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseStatus;
import org.haki.kernel.Errors;

/**
 * One case of another organisation, through its window.
 *
 * @param owner     the organisation whose case it is
 * @param scene     the plan and all that its forms offer, where the reader leads the case; else {@code null}
 * @param record    the reader's organisation's own record of her, or {@code null}
 * @param mayAnswer whether the reader may take or refuse it, and say how it ended
 * @param mayWrite  whether she may record something
 * @param mayRefer  whether she may ask a third organisation
 * @param taken     what the case became here, where it was taken over; else {@code null}
 * @param said      what was typed into the form that was sent back
 * @param form      which form was sent back: "entry", "rejection", "failure", or ""
 */
public record WindowPage(
        SharedCases.View view, String owner, ActivityScene scene, ServiceRecord record, boolean mayAnswer, boolean mayWrite,
        boolean mayRefer, WriteEntry said, String form, CaseFile taken, Errors errors) {

    /** Whether the whole case is offered. */
    public boolean isTransfer() {
        return view.window().kind().equals("transfer");
    }

    /** Whether the reader works with it: she accepted it, and it has not ended. */
    public boolean isMine() {
        return view.file() != null && view.window().isOpen();
    }

    /** Whether the closing that was proposed here waits for its check. */
    public boolean isClosing() {
        return scene != null && scene.file().status() == CaseStatus.CLOSING;
    }
}
