/** Entities: the things of which an organisation's forms keep book, such as households and water points; made and changed by what is filled in, each with its versions, and settled by somebody where two changed one. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "vault", "access"})
package org.haki.entities;

import org.springframework.modulith.ApplicationModule;
