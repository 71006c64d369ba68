package org.haki.intake;

/** The report that a form is about: enough to keep it in mind while deciding. */
public record Brief(String code, int version, String language, String words) {

    static Brief of(Intake intake, Account account) {
        return new Brief(intake.code(), intake.version(), intake.language(), account == null ? "" : account.words());
    }

    public String path() {
        return "/intake/" + code;
    }
}
