package org.haki.intake;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/**
 * Advice given once, without a case.
 *
 * @param topic    one of {@link #TOPICS}
 * @param advice   what was advised
 * @param service  the service level: a key of the case type
 * @param sex      of the person it is about
 * @param ageGroup of the person it is about
 */
public record GiveAdvice(String topic, String advice, String service, String sex, String ageGroup) {

    public static final List<String> TOPICS = List.of("violence", "family", "id_docs", "land", "housing", "work", "benefits",
            "health", "education", "money", "immigration", "safety", "legal", "other");
    private static final int LONGEST = 10_000;

    public GiveAdvice {
        topic = Objects.requireNonNullElse(topic, "");
        advice = Objects.requireNonNullElse(advice, "");
        service = Objects.requireNonNullElse(service, "");
        sex = Objects.requireNonNullElse(sex, "");
        ageGroup = Objects.requireNonNullElse(ageGroup, "");
    }

    Errors errors(Set<String> services, List<String> sexes) {
        return new Errors()
                .unless(TOPICS.contains(topic), "topic", "GiveAdvice.topic.needed")
                .unless(!Text.blank(advice), "advice", "GiveAdvice.advice.needed")
                .unless(advice.length() <= LONGEST, "advice", "Answer.long", LONGEST)
                .unless(services.contains(service), "service", "GiveAdvice.service.needed")
                .unless(sexes.contains(sex), "sex", "GiveAdvice.sex.needed")
                .unless(Told.AGE_GROUPS.contains(ageGroup), "ageGroup", "GiveAdvice.ageGroup.needed");
    }
}
