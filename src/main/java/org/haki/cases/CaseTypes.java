package org.haki.cases;

import java.util.List;
import org.springframework.stereotype.Component;

/** The case types that this installation knows, read at its start. */
@Component
public class CaseTypes {

    /** The type with this key and version. */
    public CaseType of(String key, int version) {
        throw new IllegalStateException("coming");
    }

    /** The type of a case. */
    public CaseType of(CaseFile file) {
        return of(file.type(), file.typeVersion());
    }

    /** The type that a case gets where nobody chose one. */
    public CaseType standard() {
        throw new IllegalStateException("coming");
    }

    /** The newest version of every type. */
    public List<CaseType> all() {
        throw new IllegalStateException("coming");
    }
}
