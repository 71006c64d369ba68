package org.haki.cases;

import java.util.List;

/**
 * The files of a case type as they were uploaded, and all that is wrong with them.
 *
 * @param file     what the file was called that was uploaded
 * @param type     {@code null} where its casetype.yaml is none at all
 * @param proved   {@code null} where something is wrong
 * @param problems what is wrong
 * @param notes    what was left out of what was uploaded
 * @param same     the version that was published with the very same files; 0 for none
 */
record UploadedType(String file, TypeArchive files, CaseType type, PublishedType proved, List<TypeProblem> problems, List<TypeProblem> notes, int same) {

    boolean isRight() {
        return problems.isEmpty();
    }

    static UploadedType refused(String file, TypeProblem problem) {
        return new UploadedType(file, null, null, null, List.of(problem), List.of(), 0);
    }
}
