-- Whoever leads a case settles what its timeline planned, too, and sets dates by hand.
grant update (base_on, base_at, by_hand) on haki.activity to haki_guest;
