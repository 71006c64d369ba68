package org.haki.referrals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.access.Networks;
import org.haki.access.Partner;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseLeads;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.springframework.stereotype.Component;

/** Tells pages about a case which organisation leads it. */
@Component
class Leads implements CaseLeads {

    private final CaseWindowRepository windows;
    private final Networks networks;

    Leads(CaseWindowRepository windows, Networks networks) {
        this.windows = windows;
        this.networks = networks;
    }

    /** The organisation that took the lead and has it still. */
    @Override
    public Optional<Lead> of(Actor actor, CaseFile file) {
        return windowsOf(file.id()).stream()
                .filter(window -> window.leads() && window.isOpen())
                .findFirst()
                .map(window -> new Lead(window.toOrg(), networks.partner(actor, window.toOrg()).map(Partner::name).orElse("")));
    }

    /** The windows on a case as they were when this transaction first asked. */
    List<CaseWindow> windowsOf(UUID caseId) {
        return Work.scope().remember(new Asked(caseId), () -> windows.of(List.of(caseId)));
    }

    private record Asked(UUID caseId) {}
}
