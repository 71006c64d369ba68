package org.haki.intake;

/** The report that a form is about: enough to keep it in mind while deciding. */
public record Brief(String code, int version, String language, String words, boolean walkIn) {

    static Brief of(Intake intake, Account account) {
        return new Brief(intake.code(), intake.version(), intake.language(), account == null ? "" : account.words(), false);
    }

    /** The same, as a line of the register of walk-ins. */
    Brief asWalkIn() {
        return new Brief(code, version, language, words, true);
    }

    public String path() {
        return (walkIn ? WalkIns.PATH : "/intake") + "/" + code;
    }

    /** Where one goes who does not decide now. */
    public String back() {
        return walkIn ? WalkIns.PATH : path();
    }
}
