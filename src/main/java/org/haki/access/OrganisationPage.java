package org.haki.access;

import org.haki.kernel.Errors;

/** Name, country, time zone and language of the organisation. */
public record OrganisationPage(OrganisationForm said, Errors errors) {}
