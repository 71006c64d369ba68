/** Referral and transfer between organisations: one case, one other organisation, the consented sections, an end. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "vault", "messages", "access", "people", "cases", "activities"})
package org.haki.referrals;

import org.springframework.modulith.ApplicationModule;
