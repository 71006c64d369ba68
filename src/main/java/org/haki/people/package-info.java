/** Clients and other people: one sealed identity each, with the safe way to reach them; duplicates are seen before they are made. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "vault", "access", "lists"})
package org.haki.people;

import org.springframework.modulith.ApplicationModule;
