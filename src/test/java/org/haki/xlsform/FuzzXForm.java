package org.haki.xlsform;

import org.haki.forms.FuzzForm;

/** Any XForm of another tool: a form or its problems; what becomes a form opens, or is said not to. */
public final class FuzzXForm {

    private FuzzXForm() {}

    /** One XForm. */
    public static void fuzzerTestOneInput(byte[] data) {
        var conversion = XFormReader.read(data);
        if (conversion.ok() != conversion.problems().isEmpty() || conversion.ok() != conversion.form().isPresent()) {
            throw new AssertionError("A form or its problems, and never both");
        }
        if (conversion.ok()) {
            FuzzForm.open(conversion.xform().orElseThrow(), conversion.form().orElseThrow());
        }
    }
}
