package org.haki;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.haki.kernel.Command;
import org.haki.xlsform.XlsFormCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** Starts Haki. {@code bin/run} calls this without a word, {@code bin/haki} with a command's. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Haki {

    /** The one command that needs nothing of Haki: it starts at once. */
    private static final String XLSFORM = "xlsform";
    private static final Path CALLED_FROM = Path.of(System.getenv().getOrDefault("HAKI_CALLED_FROM", "."));

    public static void main(String[] words) {
        if (words.length == 0) {
            SpringApplication.run(Haki.class);
        } else if (words[0].equals(XLSFORM)) {
            System.exit(XlsFormCommand.run(List.of(words).subList(1, words.length), CALLED_FROM));
        } else {
            System.exit(command(List.of(words)));
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Only what the command needs is made; where Haki is at work in this data folder, it works beside it. */
    private static int command(List<String> words) {
        var haki = new SpringApplication(Haki.class);
        haki.setWebApplicationType(WebApplicationType.NONE);
        haki.setLazyInitialization(true);
        try (var context = haki.run("--haki.database.shared=true", "--logging.file.name=")) {
            for (int said = words.size(); said > 0; said--) {
                var name = String.join(" ", words.subList(0, said));
                if (context.containsBean(name) && context.isTypeMatch(name, Command.class)) {
                    return context.getBean(name, Command.class).run(words.subList(said, words.size()));
                }
            }
            System.err.println("Haki's commands: " + String.join(", ", names(context)) + ".");
            return 2;
        } catch (RuntimeException failed) {
            if (RefusalReporter.report(failed)) {
                return 1;
            }
            throw failed;
        }
    }

    private static List<String> names(ApplicationContext context) {
        return Stream.concat(Arrays.stream(context.getBeanNamesForType(Command.class)), Stream.of(XLSFORM)).sorted().toList();
    }
}
