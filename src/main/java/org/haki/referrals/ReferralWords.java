package org.haki.referrals;

/**
 * What the receiver reads before it answers, sealed under the case's key.
 *
 * @param instructions what to do and what to take care of
 * @param summary      what happened, in short; "" where the whole story travels or nothing
 */
public record ReferralWords(String instructions, String summary) {}
