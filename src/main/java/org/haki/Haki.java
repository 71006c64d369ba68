package org.haki;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Haki. {@code bin/run} and {@code bin/haki} call this with their words as arguments. */
@SpringBootApplication
public class Haki {

    public static void main(String[] args) {
        SpringApplication.run(Haki.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
