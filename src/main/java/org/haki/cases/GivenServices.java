package org.haki.cases;

import java.util.List;
import org.haki.kernel.Actor;

/** Which services a client was given in a case; implemented by the module that records work. */
public interface GivenServices {

    /** A service by its key in the case type, and how often it was given. */
    record Given(String service, int times) {}

    /** The services of this case, the most frequent first, among equals the latest. */
    List<Given> of(Actor actor, CaseFile file);
}
