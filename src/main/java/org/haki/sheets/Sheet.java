package org.haki.sheets;

import org.haki.cases.CaseFile;
import org.haki.cases.CaseType;
import org.haki.cases.SeenCase;
import org.haki.forms.FormVersion;
import org.haki.forms.SectionOf;

/** One section of one case, found and asked now: everything its page needs to know of the case. */
record Sheet(CaseFile file, CaseType.Section section, FormVersion form, SeenCase seen, SectionOf of) {

    /** Whether the section is asked in this case now. */
    boolean isAsked() {
        return seen.holds(section.when());
    }
}
