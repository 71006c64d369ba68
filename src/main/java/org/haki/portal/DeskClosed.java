package org.haki.portal;

import java.util.List;
import org.haki.access.Partner;
import org.haki.access.PublicPage;

/**
 * Where a desk is closed for now: the numbers to call, and the desks nearby that are open.
 *
 * @param sent whether something was sent that could not be taken
 */
public record DeskClosed(PublicPage desk, List<Partner> open, boolean sent) {

    DeskClosed(PublicPage desk, List<Partner> open) {
        this(desk, open, false);
    }

    DeskClosed notTaken() {
        return new DeskClosed(desk, open, true);
    }
}
