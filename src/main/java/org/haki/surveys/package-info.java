/** Surveys: an organisation's own forms, in versions that never change, what was filled in with them, on pages, paper and devices, and what came of it. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "vault", "access", "people", "lists", "forms", "files", "questions", "entities", "xlsform", "cases", "intake", "activities"})
package org.haki.surveys;

import org.springframework.modulith.ApplicationModule;
