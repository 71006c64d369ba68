/** What is planned, by when, after what; what was done; reminders and the steps that closing waits for. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "vault", "messages", "access", "people", "cases"})
package org.haki.activities;

import org.springframework.modulith.ApplicationModule;
