-- From the facts behind a figure back to what they are about, for whoever may open it.
create index fact_link_ref on facts.link (org_id, ref);
