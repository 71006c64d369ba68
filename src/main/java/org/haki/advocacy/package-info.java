/** What institutions are seen to do: observations of bad practice, drafted within a visit, kept or rejected by somebody else. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "vault", "access", "people", "lists", "cases", "activities", "sheets"})
package org.haki.advocacy;

import org.springframework.modulith.ApplicationModule;
