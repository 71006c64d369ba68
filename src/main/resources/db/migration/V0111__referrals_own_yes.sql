-- Whoever looks through a window writes down her yes to a third organisation, and her no to anybody; never a yes to itself, by
-- which it would keep its own window open.
alter policy guest_asks on haki.consent
    with check (org_id = (select haki.org()) and case_id = (select haki.windowed('case')) and by_org = (select haki.guest())
                and purpose = 'referral' and (decision <> 'given' or to_org is distinct from (select haki.guest())));
