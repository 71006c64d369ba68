/** Parcels: paper that travels, registered when it came, typed in sheet by sheet by somebody who sees no cases, answered with a receipt, signed off. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "vault", "access", "forms", "files", "questions", "xlsform", "surveys"})
package org.haki.parcels;

import org.springframework.modulith.ApplicationModule;
