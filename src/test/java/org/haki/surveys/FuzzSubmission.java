package org.haki.surveys;

import java.time.ZoneId;
import org.haki.forms.Answers;
import org.haki.forms.Books;
import org.haki.forms.FormVersion;
import org.haki.forms.InstanceHead;
import org.haki.forms.Wrong;

/** Any XML that a phone sends as a filled-in form: what it says about itself, what it answers, and what is wrong with it. */
public final class FuzzSubmission {

    private static final FormVersion HOME = Books.version("""
            | survey |
            | | type               | name    | label   |
            | | text               | village | Village |
            | | select_one yn      | has_id  | An ID?  |
            | | select_multiple yn | both    | Which?  |
            | | geopoint           | where   | Where   |
            | | dateTime           | met     | Met     |
            | | time               | hour    | Hour    |
            | | decimal            | paid    | Paid    |
            | | image              | photo   | Photo   |
            | | begin_repeat       | person  | Person  |
            | | integer            | age     | Age     |
            | | date               | born    | Born    |
            | | end_repeat         |         |         |
            | choices |
            | | list_name | name | label |
            | | yn        | yes  | Yes   |
            | | yn        | no   | No    |
            """);

    private FuzzSubmission() {}

    /** One submission. */
    public static void fuzzerTestOneInput(byte[] xml) {
        InstanceHead.of(xml);
        var read = ReadInstance.of(HOME, xml, ZoneId.of("Asia/Dhaka"));
        boolean unreadable = read.wrongs().stream().anyMatch(wrong -> wrong.kind() == Wrong.Kind.UNREADABLE);
        ReadInstance.problems(read.wrongs());
        if (!unreadable && !ReadInstance.over(Answers.NONE, read.answers(), HOME).equals(read.answers())) {
            throw new AssertionError("Over nothing it is what it is");
        }
    }
}
