-- Takes the dates away, and with them what people have decided; everybody stays.
DROP INDEX audit_log_by_action;
DROP INDEX tasks_failed;
DROP INDEX jobs_failed;
DROP INDEX jobs_by_age;
DROP INDEX mails_by_recipient;
DROP INDEX users_ending;
ALTER TABLE users DROP COLUMN deletion_at;
