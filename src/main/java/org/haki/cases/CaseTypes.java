package org.haki.cases;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.haki.kernel.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The case types that this installation knows, read at its start from {@code casetypes/<key>/casetype.yaml}. An older
 * version stands beside the newest as {@code casetype-<version>.yaml}, for the cases that were opened with it.
 */
@Component
public class CaseTypes {

    private final List<CaseType> types;
    private final CaseType standard;

    CaseTypes(@Value("${haki.case-types:classpath:casetypes/*/casetype*.yaml}") String files) {
        types = read(files);
        standard = types.getFirst();
    }

    /** The type with this key and version. */
    public CaseType of(String key, int version) {
        return types.stream().filter(type -> type.key().equals(key) && type.version() == version).findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no case type " + key + " in version " + version));
    }

    /** The type of a case. */
    public CaseType of(CaseFile file) {
        return of(file.type(), file.typeVersion());
    }

    /** The newest version of the type with this key, or of the standard one where none is named. */
    public CaseType newest(String key) {
        return key == null || key.isEmpty() ? standard : all().stream().filter(type -> type.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no case type " + key));
    }

    /** The type that a case gets where nobody chose one: the first. */
    public CaseType standard() {
        return standard;
    }

    /** The newest version of every type. */
    public List<CaseType> all() {
        return types.stream()
                .filter(type -> types.stream().noneMatch(other -> other.key().equals(type.key()) && other.version() > type.version()))
                .toList();
    }

    private static List<CaseType> read(String pattern) {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources(pattern);
            var read = new ArrayList<CaseType>();
            for (var file : Arrays.stream(files).sorted(Comparator.comparing(CaseTypes::name)).toList()) {
                try (var yaml = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    read.add(CaseTypeReader.read(name(file), yaml));
                }
            }
            if (read.isEmpty()) {
                throw new Refusal("There is no case type: nothing is found at " + pattern + ".");
            }
            return read.stream().sorted(Comparator.comparing(CaseType::key).thenComparing(CaseType::version, Comparator.reverseOrder())).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** casetypes/general/casetype.yaml, wherever it lies. */
    private static String name(Resource file) {
        try {
            var path = file.getURL().getPath();
            return path.substring(Math.max(path.lastIndexOf("casetypes/"), 0));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
