package org.haki.referrals;

import java.util.List;
import org.haki.access.Office;
import org.haki.kernel.Errors;
import org.haki.people.Likeness;
import org.haki.people.RegisterPerson;

/**
 * Opening the receiver's own record of somebody whom another organisation referred.
 *
 * @param said    who she is, as typed or as the window shows her
 * @param how     that she agreed
 * @param offices where the reader may enter people
 * @param alike   who in the receiver's own register may be the same
 */
public record ServiceRecordPage(
        CaseWindow window, RegisterPerson said, OpenRecord how, List<Office> offices, List<Likeness> alike, Errors errors) {}
