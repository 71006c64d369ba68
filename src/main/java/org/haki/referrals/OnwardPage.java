package org.haki.referrals;

import java.util.List;
import org.haki.access.Partner;
import org.haki.kernel.Errors;

/** A referral onward, through the window on another organisation's case; {@code age} is the client's age group as far as it is shown. */
public record OnwardPage(CaseWindow window, List<Partner> partners, String age, SendReferral said, Errors errors) {

    /** Of "whole", "summary" and "none", what the window itself allows. */
    public List<String> stories() {
        return window.shows("story") ? List.of("whole", "summary", "none") : List.of("summary", "none");
    }

    /** Of "identity" and "plan", what the window itself shows. */
    public List<String> sections() {
        return List.of("identity", "plan").stream().filter(window::shows).toList();
    }
}
