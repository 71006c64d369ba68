package org.haki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.Map;
import org.haki.database.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test at the front door: the whole of Haki at a free port, on a fresh database of real PostgreSQL. Classes with this
 * annotation and nothing that changes the context share one Haki, so each makes organisations of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "haki.data=target/fork-${haki.fork:1}/haki", "haki.keys=target/fork-${haki.fork:1}/keys", "haki.strict=true", "haki.jobs=false",
            "haki.passwords.memory=16", "haki.passwords.passes=1"
        })
@ContextConfiguration(initializers = HakiTest.OnFreshDatabase.class)
public @interface HakiTest {

    /**
     * A property by which tests that go through the whole database again and again get a Haki that few others fill: what all of
     * them leave behind costs more than another start.
     */
    String GONE_THROUGH = "haki.whole=gone-through";

    /** Points the application at a database that nobody else uses, and at one more case type than Haki brings. */
    class OnFreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = TestDatabase.fresh();
            var types = HousingType.besideHakisOwn();
            try {
                StallType.published(database, Path.of("target", "fork-" + System.getProperty("haki.fork", "1"), "older-types"));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("fresh database", Map.of(
                    "haki.database.url", database.url(),
                    "haki.database.owner-url", database.ownerUrl(),
                    "haki.case-types", types)));
        }
    }
}
