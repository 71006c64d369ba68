/** Facts without identity, written in each deed's own transaction, and the figures that are read from them. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "messages", "access", "people", "cases", "intake", "activities", "referrals", "advocacy"})
package org.haki.reports;

import org.springframework.modulith.ApplicationModule;
