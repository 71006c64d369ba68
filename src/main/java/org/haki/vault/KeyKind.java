package org.haki.vault;

/** What a key opens: an identity, a case (and the intake it came from), or what a window's receiver records. */
public enum KeyKind {
    PERSON,
    CASE,
    WINDOW
}
