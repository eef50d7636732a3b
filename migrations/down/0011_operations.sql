-- Takes the records of operations away. The three tables of the migration runner stay.
DROP TABLE audit_log;
DROP TABLE cache;
DROP TABLE backups;
DROP TABLE deployments;
DROP TABLE health_checks;
