package org.haki.vault;

import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import org.haki.kernel.Command;
import org.haki.kernel.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code bin/haki keys recover}: writes the root key again from the recovery sheet that somebody types in. */
@Component("keys recover")
class RecoverCommand implements Command {

    private final Path keys;
    private final Path data;

    RecoverCommand(@Value("${haki.keys}") Path keys, @Value("${haki.data}") Path data) {
        this.keys = keys;
        this.data = data;
    }

    @Override
    public int run(List<String> arguments) {
        var folder = new KeyFolder(keys, data);
        if (folder.holdsKey()) {
            throw new Refusal("The keys folder %s already holds a root key. Move it away first if it is the wrong one."
                    .formatted(folder.folder()));
        }
        System.out.println("Type in the eight lines of the recovery sheet, then an empty line:");
        var typed = new StringBuilder();
        try (var lines = new Scanner(System.in)) {
            for (var line = next(lines); !line.isEmpty(); line = next(lines)) {
                typed.append(line).append('\n');
            }
        }
        folder.write(RecoverySheet.read(typed.toString()).orElseThrow(() -> new Refusal(
                "Line %d is not as it was printed. Nothing was written.".formatted(RecoverySheet.firstWrongLine(typed.toString())))));
        System.out.println("The root key is back in " + folder.folder() + ". Whether it is this database's key shows when Haki starts.");
        return 0;
    }

    private static String next(Scanner lines) {
        return lines.hasNextLine() ? lines.nextLine().strip() : "";
    }
}
