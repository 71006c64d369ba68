package org.haki.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.haki.forms.FormEngine;
import org.haki.kernel.Refusal;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The folders of case types that a start finds: read whole, or refused with every mistake in all of them. */
final class CaseTypeFolders {

    private CaseTypeFolders() {}

    static List<PublishedType> read(List<String> patterns, FormEngine engine) {
        try {
            var mistakes = new ArrayList<String>();
            var read = new ArrayList<PublishedType>();
            for (var yaml : files(patterns)) {
                var folder = new CaseTypeFolder(yaml);
                var type = folder.read(engine);
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
        var keys = new HashSet<String>();
        read.forEach(other -> keys.add(other.type().key()));
        if (keys.contains(type.type().key())) {
            mistakes.add(path + ", line 1: another folder holds the case type \"" + type.type().key() + "\" already");
        }
    }

    private static List<Resource> files(List<String> patterns) throws IOException {
        var files = new ArrayList<Resource>();
        for (var pattern : patterns) {
            files.addAll(Arrays.asList(new PathMatchingResourcePatternResolver().getResources(pattern)));
        }
        return files.stream().filter(Resource::exists).sorted(Comparator.comparing(CaseTypeFolders::address)).toList();
    }

    private static String address(Resource file) {
        try {
            return file.getURL().toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
