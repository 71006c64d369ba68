package org.haki.cases;

/** What was uploaded cannot be opened as the folder of a case type; it says why. */
final class NotAFolder extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient TypeProblem problem;

    NotAFolder(String key, Object... arguments) {
        super(key, null, false, false);
        this.problem = TypeProblem.of("", key, arguments);
    }

    TypeProblem problem() {
        return problem;
    }
}
