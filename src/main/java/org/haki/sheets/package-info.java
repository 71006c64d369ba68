/** The sheet of a case: its sections as pages, saved and merged, each answer with its history. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "vault", "access", "people", "lists", "forms", "questions", "xlsform", "cases"})
package org.haki.sheets;

import org.springframework.modulith.ApplicationModule;
