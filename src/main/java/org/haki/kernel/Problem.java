package org.haki.kernel;

/**
 * A refusal. Each has an HTTP status and, under {@code Problem.<name>}, its sentence in every language; none carries
 * anybody's data.
 */
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The catalogue of refusals. */
    public enum Kind {
        /** It does not exist, or not for you: the same answer, byte for byte. */
        NOT_FOUND(404),
        /** Your role does not include this. */
        NOT_YOURS(403),
        /** Someone else changed it while you wrote. */
        STALE(409),
        /** This form was already sent with other words. */
        SENT_BEFORE(409),
        /** The thing is in a state that does not allow this (closed, decided, done). */
        NOT_NOW(409),
        /** Nobody verifies, waives or approves their own proposal. */
        OWN_PROPOSAL(409),
        /** Too much at once. */
        TOO_MUCH(413),
        /** Too often; wait. */
        TOO_OFTEN(429),
        /** What was saved is damaged where it lies; a backup may have it whole. */
        DAMAGED(500),
        /** The database cannot be reached, or a lock was held too long. */
        UNAVAILABLE(503),
        /** The disk is nearly full: nothing new is taken. */
        DISK_FULL(507);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;

    public Problem(Kind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    /** A refusal that whoever reads the log is told more about; the reader is not. */
    protected Problem(Kind kind, String why) {
        super(why, null, false, false);
        this.kind = kind;
    }

    public static Problem notFound() {
        return new Problem(Kind.NOT_FOUND);
    }

    public static Problem notYours() {
        return new Problem(Kind.NOT_YOURS);
    }

    public static Problem stale() {
        return new Problem(Kind.STALE);
    }

    public static Problem notNow() {
        return new Problem(Kind.NOT_NOW);
    }

    public Kind kind() {
        return kind;
    }
}
