package org.haki.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.kernel.Text;

/**
 * Somebody in the register who may be the same person.
 *
 * @param person  the one in the register, opened, so that the two can be compared
 * @param score   0 to 100
 * @param because what is alike, of: "phone", "name", "name_part", "birth", "age_group"
 */
public record Likeness(Person person, int score, List<String> because) {

    private static final int WORTH_SHOWING = 30;
    private static final int LIKELY = 60;
    private static final int SAME_PHONE = 60;
    private static final int WHOLE_NAME = 15;
    private static final int SAME_BIRTH = 25;
    private static final int SAME_GROUP = 5;
    private static final int OTHER_GROUP = 25;
    private static final int OTHER_SEX = 20;
    private static final int DIGITS_THAT_TELL = 7;

    /** Whether it is more likely than not the same person. */
    public boolean likely() {
        return score >= LIKELY;
    }

    boolean worthShowing() {
        return score >= WORTH_SHOWING;
    }

    /**
     * How like somebody in the register is to whom we have.
     *
     * @param names 0 to 100: how many of the names' words were found, as the search knows them
     */
    static Likeness of(Person person, Identity other, int names) {
        var known = person.identity();
        var because = new ArrayList<String>();
        int score = names / 2;
        if (meet(phones(known), phones(other))) {
            score += SAME_PHONE;
            because.add("phone");
        }
        var ours = words(known);
        var theirs = words(other);
        if (!theirs.isEmpty() && ours.containsAll(theirs)) {
            because.add("name");
            score += ours.equals(theirs) && theirs.size() > 1 ? WHOLE_NAME : 0;
        } else if (meet(ours, theirs) || names > 0 && because.isEmpty()) {
            because.add("name_part");
        }
        if (known.birth() != null && known.birth().equals(other.birth())) {
            score += SAME_BIRTH;
            because.add("birth");
        }
        return new Likeness(person, Math.clamp(score + byGroups(known, other, because), 0, 100), List.copyOf(because));
    }

    private static int byGroups(Identity known, Identity other, List<String> because) {
        int score = 0;
        if (!known.ageGroup().equals("unknown") && !other.ageGroup().equals("unknown")) {
            boolean same = known.ageGroup().equals(other.ageGroup());
            score += same ? SAME_GROUP : -OTHER_GROUP;
            if (same) {
                because.add("age_group");
            }
        }
        boolean bothSaid = !known.sex().equals("undisclosed") && !other.sex().equals("undisclosed");
        return bothSaid && !known.sex().equals(other.sex()) ? score - OTHER_SEX : score;
    }

    private static Set<String> phones(Identity identity) {
        return identity.phones().stream()
                .map(phone -> Text.westernDigits(phone).replaceAll("\\D", ""))
                .filter(digits -> digits.length() >= DIGITS_THAT_TELL)
                .map(digits -> digits.substring(digits.length() - DIGITS_THAT_TELL))
                .collect(Collectors.toSet());
    }

    private static Set<String> words(Identity identity) {
        return Stream.concat(Stream.of(identity.name()), identity.otherNames().stream())
                .map(name -> Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("[\\u0300-\\u036f'’ʼ]", ""))
                .flatMap(name -> Stream.of(name.split("[\\s\\-.,]+")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static boolean meet(Collection<String> ours, Collection<String> theirs) {
        var both = new HashSet<>(ours);
        both.retainAll(theirs);
        return !both.isEmpty();
    }
}
