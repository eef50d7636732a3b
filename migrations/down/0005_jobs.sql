-- Takes the jobs and what they left behind away, children first.
DROP TABLE token_usage;
DROP TABLE shares;
DROP TABLE outputs;
DROP TABLE panels;
DROP TABLE page_versions;
DROP TABLE pages;
DROP TABLE episodes;
DROP TABLE chunks;
DROP TABLE job_notifications;
DROP TABLE job_step_history;
DROP TABLE tasks;
DROP INDEX images_by_job;
ALTER TABLE images DROP COLUMN job_id;
DROP INDEX storage_files_by_artifact;
DROP INDEX storage_files_by_job;
ALTER TABLE storage_files DROP COLUMN job_id;
DROP TABLE jobs;
