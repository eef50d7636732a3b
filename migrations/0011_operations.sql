-- Operations: what runs, how it fares, and who did what. Three tables are the migration runner's own: it makes them before the first file and keeps them when all are taken back.

-- Each time a migration ran, in either direction, append-only. Seed 002.
CREATE TABLE IF NOT EXISTS schema_migrations (
  id BIGINT NOT NULL PRIMARY KEY, -- running number
  version INTEGER NOT NULL CHECK (version > 0), -- number of the file
  name TEXT NOT NULL, -- name of the file
  checksum TEXT NOT NULL, -- SHA-256 of the up file
  direction TEXT NOT NULL CHECK (direction IN ('up', 'down')), -- whether it was applied or taken back
  applied_at TEXT NOT NULL, -- when
  execution_ms BIGINT, -- milliseconds, null where the process was killed
  tool TEXT NOT NULL, -- what ran it
  schema_hash TEXT, -- of the schema behind it, null where the process was killed
  schema_objects TEXT -- JSON, object to hash, null where the process was killed
);

-- Who may do what only one may do at a time. Added by the design.
CREATE TABLE IF NOT EXISTS locks (
  name TEXT NOT NULL PRIMARY KEY, -- what is locked
  owner TEXT NOT NULL, -- by whom
  lease_until TEXT NOT NULL -- until when
);

-- Always empty: an insert of 0 fails and takes its batch back. Added by the design.
CREATE TABLE IF NOT EXISTS guard (
  ok INTEGER NOT NULL CONSTRAINT guard_ok CHECK (ok = 1) -- whether a condition holds
);

-- One look at the health of a part, kept for 7 days. Seed 002.
CREATE TABLE health_checks (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  check_type TEXT NOT NULL CHECK (check_type IN ('database', 'application', 'storage', 'queue')), -- which part
  status TEXT NOT NULL CHECK (status IN ('healthy', 'degraded', 'unhealthy')), -- how it fares
  response_time INTEGER NOT NULL CHECK (response_time >= 0), -- milliseconds
  details TEXT, -- JSON
  timestamp TEXT NOT NULL -- when
);
CREATE INDEX health_checks_by_time ON health_checks (timestamp, id);
CREATE INDEX health_checks_by_type ON health_checks (check_type, timestamp);

-- A release, as a readable copy of the journal of the deployer. Seed 002.
CREATE TABLE deployments (
  deployment_id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  environment TEXT NOT NULL CHECK (environment IN ('development', 'staging', 'production')), -- where
  worker_version TEXT NOT NULL, -- version of the code
  migration_version INTEGER NOT NULL CHECK (migration_version >= 0), -- number of the last migration
  deployment_status TEXT NOT NULL CHECK (deployment_status IN ('preparing', 'deploying', 'migrating', 'verifying', 'active', 'rolling_back', 'deploy_failed', 'migration_failed', 'health_check_failed')), -- how far it is
  rollback_target TEXT REFERENCES deployments (deployment_id) ON DELETE SET NULL, -- the last good one before it
  health_check_status TEXT CHECK (health_check_status IN ('healthy', 'degraded', 'unhealthy')), -- as found afterwards
  details TEXT, -- JSON
  started_at TEXT NOT NULL, -- beginning
  finished_at TEXT -- end
);
CREATE INDEX deployments_by_environment ON deployments (environment, started_at);
CREATE INDEX deployments_by_rollback_target ON deployments (rollback_target);

-- A copy of rows and files that was kept. Added by the design.
CREATE TABLE backups (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  kind TEXT NOT NULL CHECK (kind IN ('daily', 'weekly', 'manual', 'migration', 'restore')), -- why it was made
  location TEXT NOT NULL, -- where it lies
  file_count INTEGER NOT NULL DEFAULT 0 CHECK (file_count >= 0), -- files in it
  size BIGINT NOT NULL DEFAULT 0 CHECK (size >= 0), -- bytes
  checksum TEXT, -- SHA-256 of its list of files
  migration_version INTEGER, -- number of the last migration in it
  error_message TEXT, -- why it is no good
  created_at TEXT NOT NULL, -- when it was begun
  finished_at TEXT, -- when it was whole
  verified_at TEXT, -- when it was restored to prove it
  deleted_at TEXT -- since when it is gone
);
CREATE INDEX backups_by_kind ON backups (kind, created_at);

-- Values that can be made again. Added by the design.
CREATE TABLE cache (
  key TEXT NOT NULL PRIMARY KEY, -- what it is
  value TEXT NOT NULL, -- the value
  expires_at TEXT -- until when it is good, null for always
);
CREATE INDEX cache_by_end ON cache (expires_at);

-- Who did what as an admin, or with money, keys, roles or deletion. Append-only, outlives the account. Added by the design.
CREATE TABLE audit_log (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  actor_id TEXT, -- who, the id only
  action TEXT NOT NULL CHECK (length(action) BETWEEN 1 AND 100), -- such as role.granted
  subject_type TEXT, -- kind of thing
  subject_id TEXT, -- which one
  details TEXT, -- JSON without secrets or text of books
  ip_address TEXT, -- from where
  created_at TEXT NOT NULL -- when
);
CREATE INDEX audit_log_by_time ON audit_log (created_at, id);
CREATE INDEX audit_log_by_actor ON audit_log (actor_id, created_at);
CREATE INDEX audit_log_by_subject ON audit_log (subject_type, subject_id, created_at);
