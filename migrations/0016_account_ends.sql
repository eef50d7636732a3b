-- Ends of accounts: the day on which one goes that its person no longer wants, and what is read across all people by those who run the studio.

ALTER TABLE users ADD COLUMN deletion_at TEXT; -- when the account goes, with everything in it; null for never
CREATE INDEX users_ending ON users (deletion_at) WHERE deletion_at IS NOT NULL;
CREATE INDEX mails_by_recipient ON mails (recipient);
CREATE INDEX jobs_by_age ON jobs (created_at, id);
CREATE INDEX jobs_failed ON jobs (completed_at) WHERE status = 'failed';
CREATE INDEX tasks_failed ON tasks (finished_at) WHERE status IN ('failed', 'parked');
CREATE INDEX audit_log_by_action ON audit_log (action, created_at, id);
