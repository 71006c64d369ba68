package org.haki.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on the terminal where to set up a Haki that is not set up yet. The link is in no log: who has it is administrator. */
@Component
@ConditionalOnWebApplication
class FirstStart {

    private final SetUp setUp;
    private final String publicUrl;
    private final boolean demo;

    FirstStart(SetUp setUp, @Value("${haki.public-url}") String publicUrl, @Value("${haki.demo}") boolean demo) {
        this.setUp = setUp;
        this.publicUrl = publicUrl;
        this.demo = demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void say() {
        if (!demo) {
            setUp.newLink().ifPresent(path -> System.out.println("""

                    Set up Haki here, once; whoever has this link becomes its administrator:
                    %s%s
                    """.formatted(publicUrl, path)));
        }
    }
}
