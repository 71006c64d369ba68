package org.haki.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.springframework.core.io.Resource;

/**
 * The files of one case type, wherever they lie.
 *
 * @param path    what its casetype.yaml is called in sentences
 * @param folder  what its key has to be, as the folder is called; "" where it lies in none
 * @param yaml    what stands in it
 * @param book    the bytes of the file beside it that has this name; {@code null} where there is none
 * @param shipped whether Haki itself brings it: what is wrong with it was found before Haki was built
 */
record CaseTypeFiles(String path, String folder, String yaml, Function<String, byte[]> book, boolean shipped) {

    static final String YAML = "casetype.yaml";

    /** Those of a folder of this installation. */
    static CaseTypeFiles of(Resource yaml, boolean shipped) throws IOException {
        var whole = yaml.getURL().getPath();
        var path = whole.substring(Math.max(whole.lastIndexOf("casetypes/"), 0));
        return new CaseTypeFiles(path, path.replaceFirst("/[^/]*$", "").replaceFirst(".*/", ""), yaml.getContentAsString(StandardCharsets.UTF_8),
                name -> beside(yaml, name), shipped);
    }

    /** Those that were uploaded. */
    static CaseTypeFiles of(String yaml, Map<String, byte[]> beside) {
        return new CaseTypeFiles(YAML, "", yaml, beside::get, false);
    }

    private static byte[] beside(Resource yaml, String name) {
        try {
            var file = yaml.createRelative(name);
            return file.exists() ? file.getContentAsByteArray() : null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
