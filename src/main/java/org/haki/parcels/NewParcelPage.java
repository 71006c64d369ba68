package org.haki.parcels;

import java.util.List;
import org.haki.access.Colleague;
import org.haki.access.Office;
import org.haki.kernel.Errors;
import org.haki.surveys.Survey;

/** Where a parcel is registered before anything of it is typed in. */
public record NewParcelPage(RegisterParcel said, List<Office> offices, List<Colleague> senders, List<Survey> forms, Errors errors) {}
