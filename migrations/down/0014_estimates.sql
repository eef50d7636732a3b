-- Takes the indexes away; nothing is lost with them.
DROP INDEX storage_files_printed;
DROP INDEX jobs_completed;
DROP INDEX shares_revoked;
