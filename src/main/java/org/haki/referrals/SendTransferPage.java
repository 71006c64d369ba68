package org.haki.referrals;

import java.util.List;
import org.haki.access.Partner;
import org.haki.cases.CaseHead;
import org.haki.cases.Parties;
import org.haki.kernel.Errors;

/**
 * A case to hand over, with all that there is to hand over.
 *
 * @param people the others in it
 * @param notes  how many entries the story has, those kept from others as well
 * @param steps  how many steps are open
 * @param age    the client's age group, as far as it is known
 */
public record SendTransferPage(
        CaseHead head, List<Partner> partners, List<Parties.Party> people, int notes, int steps, String age, SendTransfer said,
        Errors errors) {}
