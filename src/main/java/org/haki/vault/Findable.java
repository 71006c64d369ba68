package org.haki.vault;

import java.util.Collection;
import java.util.UUID;

/** A module whose subjects are found by search. It knows their names, so it indexes them again when the search key changes. */
public interface Findable {

    /** The kind of its subjects, as in {@link Vault#index}. */
    String kind();

    /** Calls {@link Vault#index} for each of these again; a subject that it no longer has is left out. Inside {@code work.as}, as Haki. */
    void indexAgain(Collection<UUID> subjects);
}
