/** What the public may see: the report form, the way to an answer, the way out. No sign-in, no cookie, no script needed. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "vault", "access", "intake"})
package org.haki.portal;

import org.springframework.modulith.ApplicationModule;
