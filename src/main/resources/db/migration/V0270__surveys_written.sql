-- Who wrote the paper that somebody else typed in; null where the same person did both, or nobody said.
alter table haki.survey_submission add column written_by uuid;
