package org.haki.activities;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.haki.cases.CaseFile;
import org.haki.kernel.Text;
import org.haki.vault.Sealed;
import org.haki.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seals and opens the words of activities under the keys of their cases. */
@Component
class ActivitySeal {

    private static final String PURPOSE = "activity";
    /** It cannot be sealed again: whoever changes a damaged one is refused. */
    private static final ActivityWords DAMAGED = new ActivityWords(Text.DAMAGED, "", "", Text.DAMAGED, "", false);

    private final Vault vault;
    private final JsonMapper json;

    ActivitySeal(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    Sealed seal(CaseFile file, UUID activity, ActivityWords words) {
        return vault.seal(file.key(), activity, PURPOSE, json.writeValueAsString(words));
    }

    OpenedActivity open(CaseFile file, Activity activity) {
        return new OpenedActivity(
                activity,
                words(file.key(), activity.id(), activity.sealed()),
                activity.waitsFor() == null ? null : words(file.key(), activity.waitsFor(), activity.waitsForSealed()));
    }

    /** Opens those whose case is given, with one query for all keys. */
    List<OpenedActivity> openAll(Collection<Activity> activities, Map<UUID, CaseFile> files) {
        vault.fetch(activities.stream()
                .map(activity -> files.get(activity.caseId()))
                .filter(Objects::nonNull)
                .map(CaseFile::key)
                .distinct()
                .toList());
        return activities.stream()
                .filter(activity -> files.containsKey(activity.caseId()))
                .map(activity -> open(files.get(activity.caseId()), activity))
                .toList();
    }

    private ActivityWords words(UUID key, UUID activity, Sealed sealed) {
        return vault.read(key, activity, PURPOSE, sealed, text -> json.readValue(text, ActivityWords.class), DAMAGED);
    }
}
