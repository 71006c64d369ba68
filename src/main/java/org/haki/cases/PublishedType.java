package org.haki.cases;

import java.io.StringReader;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.haki.kernel.Refusal;

/**
 * A version of a case type as it is published: it never changes. What is in it is read when it is first needed.
 *
 * @param owner      the organisation whose own it is; {@code null} where it is everybody's
 * @param definition its casetype.yaml
 * @param reads      the type
 * @param asks       what its workbooks ask
 * @param workbooks  the workbooks by file name; none where it was read from the database
 * @param hash       over all its files
 * @param isPutOff   whether it comes to the database only when somebody adopts it
 */
record PublishedType(String key, int version, UUID owner, String definition, Supplier<CaseType> reads, Supplier<Questions> asks,
        Map<String, byte[]> workbooks, String hash, boolean isPutOff) {

    /** One that lies in a folder. */
    static PublishedType inFolder(CaseType type, CaseTypeFiles files, Supplier<Questions> asks, Map<String, byte[]> workbooks, String hash) {
        return new PublishedType(type.key(), type.version(), null, files.yaml(), () -> type, asks, workbooks, hash, files.shipped() && !type.standard());
    }

    /** One that was published before: it was proved then. */
    static PublishedType again(CaseTypeRepository.Row row) {
        return new PublishedType(row.key(), row.version(), row.owner(), row.definition(), new WhenNeeded<>(() -> read(row)),
                new WhenNeeded<>(row::asked), Map.of(), row.hash(), false);
    }

    private static CaseType read(CaseTypeRepository.Row row) {
        var file = row.key() + ", version " + row.version() + ", as it was published";
        var type = new CaseTypeReader(new Findings(file)).read(file, new StringReader(row.definition()));
        if (type == null) {
            throw new Refusal("The case type " + file + " cannot be read from the database.");
        }
        return type.called(row.key());
    }

    CaseType type() {
        return reads.get();
    }

    Questions questions() {
        return asks.get();
    }

    /** The same under the name by which it is known beside the types of others. */
    PublishedType called(String name) {
        return new PublishedType(name, version, owner, definition, () -> reads.get().called(name), asks, workbooks, hash, isPutOff);
    }

    boolean is(String otherKey, int otherVersion) {
        return key.equals(otherKey) && version == otherVersion;
    }
}
