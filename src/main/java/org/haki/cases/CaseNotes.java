package org.haki.cases;

import java.util.List;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.springframework.stereotype.Service;

/** Narrative and notes: written once, amended by a newer one, never silently edited. */
@Service
public class CaseNotes {

    /** Writes a note; answers the address of its place in the story. */
    public String write(Actor actor, String code, WriteNote said, Op op) {
        throw new IllegalStateException("coming");
    }

    /** The story of a case as far as this module knows it, the newest first: notes as they stand now, and events. */
    public List<StoryEntry> story(Actor actor, CaseFile file) {
        throw new IllegalStateException("coming");
    }

    /** The full history, the oldest first: every version of every note, events, closings, verifications, consents. */
    public List<StoryEntry> history(Actor actor, CaseFile file) {
        throw new IllegalStateException("coming");
    }
}
