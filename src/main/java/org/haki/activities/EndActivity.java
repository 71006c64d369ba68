package org.haki.activities;

import java.util.List;
import java.util.Objects;
import org.haki.kernel.Errors;

/** That a planned activity was missed or will not happen: a reason's key and, if anybody likes, a remark. */
public record EndActivity(String reason, String remark) {

    public EndActivity {
        reason = Objects.requireNonNullElse(reason, "");
    }

    public static EndActivity empty() {
        return new EndActivity("", "");
    }

    Errors errors(List<String> reasons) {
        return new Errors()
                .unless(reasons.contains(reason), "reason", "EndActivity.reasonMissing")
                .addAll(RecordActivity.textErrors("remark", remark));
    }
}
