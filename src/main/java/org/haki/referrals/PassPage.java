package org.haki.referrals;

import org.haki.access.QrSquare;

/**
 * The link and the code, shown once.
 *
 * @param handed {@code null} where they were shown before
 * @param picture of the link, for a camera
 * @param back   the address of the referral
 */
public record PassPage(String recipient, String email, GuestPasses.Handed handed, QrSquare picture, String back) {}
