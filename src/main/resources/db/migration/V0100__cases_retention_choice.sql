-- For how many years the client wants her case kept, where its type lets her choose: said with the closing.
alter table haki.case_closure add column kept_years int check (kept_years between 1 and 9999);   -- null: she was not asked
