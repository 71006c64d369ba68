/** Organisations, their offices and people, who may do what, and how people sign in. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "vault", "messages"})
package org.haki.access;

import org.springframework.modulith.ApplicationModule;
