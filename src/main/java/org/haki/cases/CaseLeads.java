package org.haki.cases;

import java.util.Optional;
import java.util.UUID;
import org.haki.kernel.Actor;

/** Which other organisation leads a case; implemented by the module that knows of referrals. */
public interface CaseLeads {

    /** The organisation whose people work the case's plan and propose its closing, by name. */
    record Lead(UUID org, String name) {}

    /** The one that leads this case now. */
    Optional<Lead> of(Actor actor, CaseFile file);
}
