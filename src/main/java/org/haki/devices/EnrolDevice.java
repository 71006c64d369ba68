package org.haki.devices;

import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/**
 * A device that shall be let in.
 *
 * @param name   what it is called here
 * @param office where what it sends belongs
 * @param person whose it is, or "" for the office's
 */
public record EnrolDevice(String name, String office, String person) {

    private static final int LONGEST = 80;

    static EnrolDevice blank() {
        return new EnrolDevice("", "", "");
    }

    Errors errors() {
        return new Errors()
                .unless(!Text.blank(name) && name.length() <= LONGEST, "name", "DevicesPage.name.needed")
                .unless(!Text.blank(office), "office", "DevicesPage.office.needed");
    }
}
