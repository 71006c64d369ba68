package org.haki.devices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** When each device was heard of, noted once a minute and when its program changed; in between the database is not asked. */
@Component
class LastHeard {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private record Heard(String agent, Instant at) {}

    private final DeviceRepository devices;
    private final Clock clock;
    private final Map<UUID, Heard> heard = new ConcurrentHashMap<>();

    LastHeard(DeviceRepository devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /** This device was heard of now, with this program; inside {@code work.as}. */
    void of(UUID device, String agent) {
        var now = clock.instant();
        var before = heard.get(device);
        if (before == null || !before.agent().equals(agent) || !now.isBefore(before.at().plus(MINUTE)) || now.isBefore(before.at())) {
            devices.seen(device, agent, now);
            heard.put(device, new Heard(agent, now));
        }
    }
}
