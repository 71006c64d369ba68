/** Pages that put several modules side by side: Today, the case page and its printed history, search, the visit round. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "messages", "access", "people", "cases", "intake", "activities", "referrals", "sheets", "surveys", "lists", "advocacy"})
package org.haki.desk;

import org.springframework.modulith.ApplicationModule;
