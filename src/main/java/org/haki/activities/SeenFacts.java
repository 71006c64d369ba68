package org.haki.activities;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.haki.cases.SeenCase;

/** A case's conditions and dates for its timeline; the case is looked at only where a step asks, and each row once. */
final class SeenFacts implements Timeline.Facts {

    private final Supplier<SeenCase> looking;
    private final Map<String, SeenCase> rows = new HashMap<>();
    private SeenCase seen;

    SeenFacts(Supplier<SeenCase> looking) {
        this.looking = looking;
    }

    @Override
    public boolean holds(String condition, String each, String row) {
        return condition.isEmpty() || at(each, row).holds(condition);
    }

    @Override
    public Object date(String question, String each, String row) {
        return at(each, row).date(question);
    }

    @Override
    public List<String> rows(String each) {
        return whole().rows(each);
    }

    private SeenCase at(String each, String row) {
        return each.isEmpty() ? whole() : rows.computeIfAbsent(each + " " + row, _ -> whole().only(each, row));
    }

    private SeenCase whole() {
        if (seen == null) {
            seen = looking.get();
        }
        return seen;
    }
}
