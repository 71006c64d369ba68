package org.haki.devices;

import java.util.Arrays;
import java.util.List;
import org.haki.access.Download;
import org.haki.access.Taking;
import org.haki.kernel.Errors;
import org.springframework.stereotype.Component;

/** The organisation's devices, to take along: whose they are, when they were heard of, and what of theirs is not in order. */
@Component
class DeviceDownload implements Download {

    private final Devices devices;

    DeviceDownload(Devices devices) {
        this.devices = devices;
    }

    @Override
    public String key() {
        return "devices";
    }

    @Override
    public String verb() {
        return Devices.MANAGE;
    }

    @Override
    public String place() {
        return "settings";
    }

    @Override
    public String back(Taking taking) {
        return "/settings/devices";
    }

    @Override
    public List<String> head() {
        return List.of("DeviceDownload.name", "DevicesPage.person", "DeviceDownload.enrolled", "DeviceDownload.seen", "DeviceDownload.agent", "DeviceDownload.pending",
                "DeviceDownload.refused", "DevicesPage.ended");
    }

    @Override
    public Part first(Taking taking) {
        var all = devices.all(taking.actor(), EnrolDevice.blank(), new Errors());
        return new Part(all.devices().stream().map(device -> row(taking, all, device)).toList(), 0, null);
    }

    private static List<Object> row(Taking taking, DevicesPage all, Device device) {
        return Arrays.asList(device.name(), all.whose(device), taking.day(device.enrolledAt()), taking.minute(device.seenAt()), device.agent(),
                all.count(device).pending(), all.count(device).refused(), taking.day(device.endedAt()));
    }
}
