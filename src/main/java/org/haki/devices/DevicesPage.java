package org.haki.devices;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.access.Colleague;
import org.haki.access.Office;
import org.haki.kernel.Errors;
import org.haki.ui.Choice;

/**
 * The organisation's devices, and the way in for one more.
 *
 * @param counts what of each device's posts is not in order
 * @param names  of the people whose devices they are
 * @param able   who may be given one
 */
public record DevicesPage(List<Device> devices, Map<UUID, DeviceCount> counts, List<Office> offices, Map<UUID, String> names, List<Colleague> able,
        EnrolDevice said, Errors errors) {

    public List<Choice> officeChoices() {
        return offices.stream().map(office -> Choice.of(office.id().toString(), office.name())).toList();
    }

    public List<Choice> personChoices() {
        return able.stream().map(person -> Choice.of(person.id().toString(), person.name())).toList();
    }

    /** Where there is one office only, it is chosen. */
    public String office() {
        return offices.size() == 1 ? offices.getFirst().id().toString() : said.office();
    }

    /** Whose a device is: its person, or its office. */
    public String whose(Device device) {
        var office = offices.stream().filter(one -> one.id().equals(device.office())).map(Office::name).findFirst().orElse("");
        return device.person() == null ? office : names.getOrDefault(device.person(), "") + ", " + office;
    }

    public DeviceCount count(Device device) {
        return counts.getOrDefault(device.id(), new DeviceCount(device.id(), 0, 0, 0));
    }
}
