package org.haki.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.springframework.stereotype.Service;

/** Case files: finding one is the permission to know of it; what the actor may not see does not exist. */
@Service
public class CaseFiles {

    /** Opens a new case inside the deed that accepts it; the team, the notes, the consents and the news come with it. */
    public CaseFile start(Actor actor, StartCase said) {
        throw new IllegalStateException("coming");
    }

    /** The case with this code; its row may be seen, which is not yet its story. */
    public CaseFile open(Actor actor, String code) {
        throw new IllegalStateException("coming");
    }

    /** The case with this code, where the actor's role in the case's office includes the verb; else the refusal. */
    public CaseFile openFor(Actor actor, String code, String verb) {
        throw new IllegalStateException("coming");
    }

    /** The open case with this code, to be written in; a closed one refuses. */
    public CaseFile openToWrite(Actor actor, String code) {
        throw new IllegalStateException("coming");
    }

    public CaseFile byId(Actor actor, UUID id) {
        throw new IllegalStateException("coming");
    }

    /** Those of these cases that the actor may see. */
    public Map<UUID, CaseFile> byIds(Actor actor, Collection<UUID> ids) {
        throw new IllegalStateException("coming");
    }

    /** The cases in which these people are, for those cases that the actor may see. */
    public Map<UUID, List<CaseFile>> ofPeople(Actor actor, Collection<UUID> people) {
        throw new IllegalStateException("coming");
    }

    /** Notes that something was said in this case just now; lists sort by it. */
    public void touch(Actor actor, CaseFile file) {
        throw new IllegalStateException("coming");
    }

    /** The case in coded fields, for events of modules above. */
    public CaseInFigures figures(Actor actor, CaseFile file) {
        throw new IllegalStateException("coming");
    }
}
