package org.haki.cases;

import java.util.List;
import org.haki.access.Colleague;
import org.haki.access.Office;
import org.haki.kernel.Errors;
import org.haki.people.Likeness;
import org.haki.people.RegisterPerson;

/**
 * A case opened by hand, for somebody who came in.
 *
 * @param type the type it will have; {@code null} while that must be chosen among {@code types}
 */
public record NewCaseForm(OpenCase said, RegisterPerson client, CaseType type, List<CaseType> types, List<Office> offices, List<Colleague> owners, List<Likeness> alike, boolean ready, Errors errors) {}
