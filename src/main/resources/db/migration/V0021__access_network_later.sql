-- An organisation belongs to a network that an organisation keeps: a circle, so one of the two is checked at the commit
-- where a transaction asks for it, as a restore does.
alter table hub.organisation alter constraint organisation_network_id_fkey deferrable initially immediate;
