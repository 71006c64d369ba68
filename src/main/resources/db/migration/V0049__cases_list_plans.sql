-- The list of cases is read in the order of its indexes. A plan made for whatever may be asked guesses too few rows, and
-- would rather gather every open case and sort them than follow the index of those that nobody owns.
alter function haki.cases_after(text[], uuid[], boolean, uuid[], text, text, text, boolean, timestamptz, uuid, int) set enable_sort = off;
alter function haki.cases_after(text[], uuid[], boolean, uuid[], text, text, text, boolean, timestamptz, uuid, int) set enable_bitmapscan = off;
