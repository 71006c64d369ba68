/** What the public may see: the report form, the way to an answer, the way out; the page of somebody without an account. No sign-in, no cookie, no script needed. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "vault", "access", "people", "cases", "activities", "intake", "referrals", "surveys", "questions"})
package org.haki.portal;

import org.springframework.modulith.ApplicationModule;
