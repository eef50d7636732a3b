-- Estimates and sweeps: what is asked for each job that a person looks at, and each day, without reading tables that grow from end to end.

CREATE INDEX storage_files_printed ON storage_files (id) WHERE artifact = 'print' AND deleted_at IS NULL;
CREATE INDEX jobs_completed ON jobs (job_type, completed_at) WHERE status = 'completed';
CREATE INDEX shares_revoked ON shares (revoked_at) WHERE revoked_at IS NOT NULL;
