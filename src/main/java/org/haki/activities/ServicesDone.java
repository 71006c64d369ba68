package org.haki.activities;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.haki.cases.CaseFile;
import org.haki.cases.GivenServices;
import org.haki.kernel.Actor;
import org.haki.kernel.Text;
import org.springframework.stereotype.Component;

/** Tells a closing which services were written down as given. */
@Component
class ServicesDone implements GivenServices {

    private final ActivityRepository activities;

    ServicesDone(ActivityRepository activities) {
        this.activities = activities;
    }

    @Override
    public List<Given> of(Actor actor, CaseFile file) {
        var times = new LinkedHashMap<String, Integer>();
        activities.ofCase(file.id()).stream()
                .filter(one -> one.state() == Activity.State.DONE && !Text.blank(one.service()))
                .sorted(Comparator.comparing(Activity::doneAt).reversed())
                .forEach(one -> times.merge(one.service(), 1, Integer::sum));
        return times.entrySet().stream()
                .map(one -> new Given(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(Given::times).reversed())
                .toList();
    }
}
