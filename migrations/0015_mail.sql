-- Mail, invitations, and what holds for the whole instance.

-- A mail: kept until it is sent, and shown to whoever runs the studio while no server of mail is set. Added by the design.
CREATE TABLE mails (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT REFERENCES users (id) ON DELETE CASCADE, -- whom it is for, null where the address has no account
  recipient TEXT NOT NULL CHECK (length(recipient) BETWEEN 3 AND 255), -- the address
  template TEXT NOT NULL CHECK (length(template) BETWEEN 1 AND 50), -- what it is about, such as verify-address
  language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 35), -- BCP 47 tag of its words
  subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 255), -- its first line
  sealed_text TEXT, -- AES-256-GCM under a key derived from the master secret, null once it was sent
  key_id TEXT, -- which master key, for rotation
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0), -- how often it was tried
  next_attempt_at TEXT, -- when it is tried next, null once it was sent
  error_message TEXT, -- why the last attempt failed
  sent_at TEXT, -- when the server of mail took it
  created_at TEXT NOT NULL -- when it was written
);
CREATE INDEX mails_by_time ON mails (created_at, id);
CREATE INDEX mails_by_user ON mails (user_id);
CREATE INDEX mails_by_attempt ON mails (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX mails_by_key ON mails (key_id) WHERE key_id IS NOT NULL;

-- Somebody who was asked to join. Added by the design.
CREATE TABLE invitations (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  invited_by TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- the ADMIN who asked
  email TEXT NOT NULL CHECK (length(email) BETWEEN 3 AND 255), -- who may join, in lower case
  role TEXT NOT NULL CHECK (role IN ('USER', 'ADMIN')), -- as what
  token_hash TEXT NOT NULL UNIQUE, -- SHA-256 of the token in hex, the token itself is shown once
  expires_at TEXT NOT NULL, -- until when it holds
  accepted_at TEXT, -- when an account came of it
  created_at TEXT NOT NULL -- when it was made
);
CREATE INDEX invitations_by_time ON invitations (created_at, id);
CREATE INDEX invitations_by_inviter ON invitations (invited_by, created_at);
CREATE INDEX invitations_by_email ON invitations (email);
CREATE INDEX invitations_by_end ON invitations (expires_at);

-- What an ADMIN set for everybody. Added by the design.
CREATE TABLE instance_settings (
  name TEXT NOT NULL PRIMARY KEY, -- such as sign-up
  value TEXT NOT NULL, -- the value
  updated_at TEXT NOT NULL -- last change
);

CREATE INDEX api_keys_by_key ON api_keys (key_id);
CREATE INDEX api_tokens_by_end ON api_tokens (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX api_tokens_revoked ON api_tokens (revoked_at) WHERE revoked_at IS NOT NULL;
CREATE INDEX users_admins ON users (created_at, id) WHERE roles <> '["USER"]';
CREATE INDEX shares_by_end ON shares (expires_at) WHERE expires_at IS NOT NULL;
