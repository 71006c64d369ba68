package org.haki.xlsform;

/** Leaves the reading of one row, or of the whole workbook; whoever catches it collects the problem. */
final class Refused extends RuntimeException {

    private final Problem problem;

    Refused(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
