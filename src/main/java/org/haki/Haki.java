package org.haki;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Haki. {@code bin/run} and {@code bin/haki} call this with their words as arguments. */
@SpringBootApplication
public class Haki {

    public static void main(String[] args) {
        SpringApplication.run(Haki.class, args);
    }
}
