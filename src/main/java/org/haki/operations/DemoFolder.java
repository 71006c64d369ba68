package org.haki.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.haki.access.Organisations;
import org.haki.kernel.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Keeps invented people and real ones apart: a data folder is marked at its first start as a demonstration, for good. */
@Component
@ConditionalOnWebApplication
class DemoFolder {

    private static final String MARK = "demonstration";

    private final Path mark;

    DemoFolder(Organisations organisations, @Value("${haki.data}") Path data, @Value("${haki.demo}") boolean demo) {
        this.mark = data.resolve(MARK);
        if (demo && !Files.exists(mark) && !organisations.all().isEmpty()) {
            throw new Refusal("The data folder " + data + " holds a real installation; no invented people are put into it."
                    + " Choose another folder for the demonstration: bin/run --demo --data DIR.");
        }
        if (!demo && Files.exists(mark)) {
            throw new Refusal("The data folder " + data + " holds a demonstration, and no real case belongs there."
                    + " Start it with bin/run --demo --data " + data + ", or choose another folder.");
        }
    }

    /** From now on this folder holds a demonstration. */
    void mark() {
        try {
            Files.createDirectories(mark.getParent());
            if (!Files.exists(mark)) {
                Files.writeString(mark, "Everybody in this folder is invented. Delete the folder to be rid of them.\n");
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
