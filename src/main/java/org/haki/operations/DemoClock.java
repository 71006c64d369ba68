package org.haki.operations;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The clock of a demonstration: while its past is being invented it stands where the story is, afterwards it is right. */
@Component
@Primary
@ConditionalOnBooleanProperty("haki.demo")
class DemoClock extends Clock {

    private volatile Instant story;

    @Override
    public Instant instant() {
        return story == null ? Instant.now() : story;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    void standAt(Instant moment) {
        story = moment;
    }

    void beRight() {
        story = null;
    }
}
