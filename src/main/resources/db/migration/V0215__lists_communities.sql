-- Ethnic or community groups, in the organisation's own words; where it keeps none, nobody is asked for one.
alter table haki.list_entry drop constraint list_entry_list_check;
alter table haki.list_entry add constraint list_entry_list_check check (list in ('institution', 'place', 'ethnicity'));
