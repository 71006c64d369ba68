package org.haki.cases;

import java.util.List;
import org.haki.files.Document;
import org.haki.kernel.Errors;

/**
 * One decision of the client: the words she was asked with, and what proves it.
 *
 * @param mayAdd whether the reader may add a picture now
 */
public record ConsentPage(CaseHead head, SaidConsent said, List<Document> pictures, boolean mayAdd, Errors errors) {}
