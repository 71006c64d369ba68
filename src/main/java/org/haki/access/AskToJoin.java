package org.haki.access;

import java.util.Objects;
import java.util.stream.Stream;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/**
 * Somebody asks that their organisation may join a network.
 *
 * @param does    what it does, for whom
 * @param region  ISO 3166 country
 * @param area    where in the country; may be ""
 * @param offices how many it has
 * @param name    of the person to ask
 * @param email   "" where there is none; an address or a number is needed
 */
public record AskToJoin(
        String organisation, String does, String region, String area, String offices, String name, String email, String phone) {

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_LINE = 120;

    public AskToJoin {
        organisation = Objects.requireNonNullElse(organisation, "");
        does = Objects.requireNonNullElse(does, "");
        region = Objects.requireNonNullElse(region, "");
        area = Objects.requireNonNullElse(area, "");
        offices = Objects.requireNonNullElse(offices, "");
        name = Objects.requireNonNullElse(name, "");
        email = Objects.requireNonNullElse(email, "");
        phone = Objects.requireNonNullElse(phone, "");
    }

    /** What needs another look. */
    public Errors errors() {
        var digits = Text.westernDigits(offices).strip();
        return new Errors()
                .unless(!Text.blank(organisation) && organisation.length() <= LONGEST_LINE, "organisation", "FoundOrganisation.name")
                .unless(!Text.blank(does) && does.length() <= LONGEST_TEXT, "does", "AskToJoin.does")
                .unless(FoundOrganisation.isRegion(region), "region", "FoundOrganisation.region")
                .unless(area.length() <= LONGEST_LINE, "area", "AskToJoin.area")
                .unless(digits.matches("[1-9][0-9]{0,4}"), "offices", "AskToJoin.offices")
                .unless(!Text.blank(name) && name.length() <= LONGEST_LINE, "name", "PersonForm.name")
                .unless(MeForm.isEmail(email), "email", "PersonForm.email")
                .unless(phone.length() <= LONGEST_LINE && !(Text.blank(email) && Text.blank(phone)), "phone", "AskToJoin.phone");
    }

    /** Nothing was written yet. */
    public static AskToJoin empty() {
        return new AskToJoin(null, null, null, null, null, null, null, null);
    }

    /** All that was written, to tell whether the same is sent again. */
    String whole() {
        return String.join("\u001f", Stream.of(organisation, does, region, area, offices, name, email, phone).toList());
    }
}
