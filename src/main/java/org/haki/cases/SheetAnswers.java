package org.haki.cases;

import java.util.List;
import org.haki.forms.Node;
import org.haki.kernel.Actor;

/** The answers of a case's sheet as they stand; implemented by the module that keeps them. */
public interface SheetAnswers {

    /** A node for each section that was answered, named by the section's key, its answers below. */
    List<Node> of(Actor actor, CaseFile file);
}
