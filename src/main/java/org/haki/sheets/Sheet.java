package org.haki.sheets;

import org.haki.cases.CaseFile;
import org.haki.cases.CaseType;
import org.haki.cases.SeenCase;
import org.haki.forms.Answers;
import org.haki.forms.FormVersion;
import org.haki.forms.SavedSection;
import org.haki.forms.SectionOf;

/** One section of one case, found and asked now: everything its page needs to know of the case. */
record Sheet(CaseFile file, CaseType.Section section, FormVersion form, SeenCase seen, SectionOf of) {

    /**
     * Whether these answers may be kept (P15). Where the type says that nothing is saved without a yes, and this question was
     * not answered in what stands so far, a no leaves no trace; a yes that is taken back is a change like any other.
     */
    boolean keeps(SavedSection now, Answers answers) {
        var condition = section.savesOnlyIf();
        return seen.with(section.key(), form.nodes(answers)).holds(condition)
                || seen.with(section.key(), form.nodes(now.answers())).isAnswered(condition, section.key());
    }

    /** Whether the section is asked in this case now. */
    boolean isAsked() {
        return seen.holds(section.when());
    }
}
