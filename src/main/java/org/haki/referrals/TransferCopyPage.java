package org.haki.referrals;

import org.haki.cases.CaseFile;

/** What the client may take with her about the transfer, in plain words; no names of hers. */
public record TransferCopyPage(CaseFile file, String from, String to, Referral referral) {}
