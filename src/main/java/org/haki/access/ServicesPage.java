package org.haki.access;

import java.util.List;

/** What the organisation offers, for whoever keeps its lines in the directory. */
public record ServicesPage(List<ServiceOffer> offers) {}
