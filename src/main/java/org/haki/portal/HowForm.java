package org.haki.portal;

import java.util.UUID;
import org.haki.surveys.PublicAsking;

/** A client is asked how it was. */
public record HowForm(PublicAsking asked, UUID op) {}
