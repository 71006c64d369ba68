package org.haki.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.haki.forms.FormEngine;
import org.haki.kernel.Refusal;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The folders of case types that a start finds: read whole, or refused with every mistake in all of them. */
final class CaseTypeFolders {

    private CaseTypeFolders() {}

    /** Reads and proves all of them. */
    static List<PublishedType> read(List<String> patterns, FormEngine engine) {
        return read(patterns, folder -> folder.read(engine));
    }

    /**
     * Reads them as a start does. What was published with the same files was proved then, and what Haki brings was before it was
     * built: neither is read whole before it is needed.
     */
    static List<PublishedType> read(List<String> patterns, FormEngine engine, List<CaseTypeRepository.Row> published) {
        return read(patterns, folder -> {
            var before = folder.type() == null ? null : published.stream()
                    .filter(row -> row.is(folder.type().key(), folder.type().version()) && row.hash().equals(folder.hash())).findFirst().orElse(null);
            return before != null ? folder.trusted(before::asked, engine) : folder.shipped() && folder.type() != null ? folder.trusted(null, engine) : folder.read(engine);
        });
    }

    private static List<PublishedType> read(List<String> patterns, Function<CaseTypeFolder, PublishedType> reading) {
        try {
            var mistakes = new ArrayList<String>();
            var read = new ArrayList<PublishedType>();
            for (var files : files(patterns)) {
                var folder = new CaseTypeFolder(files);
                var type = reading.apply(folder);
                mistakes.addAll(folder.mistakes());
                if (type != null) {
                    check(type, folder.path(), read, mistakes);
                    read.add(type);
                }
            }
            long standard = read.stream().filter(type -> type.type().standard()).count();
            if (mistakes.isEmpty() && read.isEmpty()) {
                throw new Refusal("There is no case type: nothing is found at " + String.join(", ", patterns) + ".");
            }
            if (mistakes.isEmpty() && standard != 1) {
                mistakes.add("Exactly one case type should say \"standard: true\"; here are " + standard + ".");
            }
            if (!mistakes.isEmpty()) {
                throw new Refusal("A case type cannot be read. Put this right and start again:\n" + String.join("\n", mistakes));
            }
            return List.copyOf(read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void check(PublishedType type, String path, List<PublishedType> read, List<String> mistakes) {
        if (read.stream().anyMatch(other -> other.key().equals(type.key()))) {
            mistakes.add(path + ", line 1: another folder holds the case type \"" + type.key() + "\" already");
        }
    }

    private static List<CaseTypeFiles> files(List<String> patterns) throws IOException {
        var found = new TreeMap<String, CaseTypeFiles>();
        for (var pattern : patterns) {
            for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                if (file.exists()) {
                    found.put(file.getURL().toString(), CaseTypeFiles.of(file, pattern.startsWith("classpath")));
                }
            }
        }
        return List.copyOf(found.values());
    }
}
