package org.haki.sheets;

/** She did not agree, so that everything that was begun with this save is undone (P15). */
final class NotKept extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Sheet sheet;

    NotKept(Sheet sheet) {
        super("not kept", null, false, false);
        this.sheet = sheet;
    }

    Sheet sheet() {
        return sheet;
    }
}
