-- Accounts: people, how they sign in, what they may do, and the keys they bring. Names are the seeds'; better-auth works on users, accounts, sessions, verification_tokens and authenticators.

-- A person. Seeds 000, 001, 003, 004.
CREATE TABLE users (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  email TEXT NOT NULL UNIQUE CHECK (length(email) BETWEEN 3 AND 255), -- in lower case
  email_verified INTEGER NOT NULL DEFAULT 0 CHECK (email_verified IN (0, 1)), -- whether the address answered
  email_verified_at TEXT, -- when it answered
  name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 255), -- what the person is called here
  first_name TEXT NOT NULL DEFAULT '' CHECK (length(first_name) <= 255), -- given name, as a provider told it
  last_name TEXT NOT NULL DEFAULT '' CHECK (length(last_name) <= 255), -- family name, as a provider told it
  full_name TEXT GENERATED ALWAYS AS (CASE WHEN trim(first_name || ' ' || last_name) = '' THEN name ELSE trim(first_name || ' ' || last_name) END) STORED NOT NULL, -- derived: first and last name, or the name
  image TEXT CHECK (length(image) <= 500), -- address of the picture, avatar_url in seed 004
  roles TEXT NOT NULL DEFAULT '["USER"]' CHECK (roles IN ('["USER"]', '["ADMIN"]', '["USER","ADMIN"]')), -- JSON list of USER and ADMIN
  language TEXT NOT NULL DEFAULT 'en' CHECK (length(language) BETWEEN 2 AND 35), -- BCP 47 tag: en, ja, es, zh-TW
  coins INTEGER NOT NULL DEFAULT 0 CHECK (coins >= 0), -- what can still be spent, the sum of coin_ledger
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)), -- 0 keeps a person out
  storage_quota BIGINT CHECK (storage_quota >= 0), -- bytes, null for what everybody has
  last_login_at TEXT, -- last sign-in
  created_at TEXT NOT NULL, -- when the account was made
  updated_at TEXT NOT NULL -- last change
);
CREATE INDEX users_by_age ON users (created_at, id);

-- A way to sign in: one provider's account, or a password. Seeds 000, 001, 003.
CREATE TABLE accounts (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  type TEXT NOT NULL DEFAULT 'oauth' CHECK (type IN ('oauth', 'oidc', 'credential')), -- how the provider proves it
  provider TEXT NOT NULL CHECK (length(provider) <= 255), -- google, twitter, credential or the name of an OIDC provider
  provider_account_id TEXT NOT NULL CHECK (length(provider_account_id) <= 255), -- the stable id of the provider, never a handle
  password_hash TEXT CHECK (length(password_hash) <= 255), -- scrypt or better, of the provider credential only
  access_token TEXT, -- encrypted
  refresh_token TEXT, -- encrypted
  id_token TEXT, -- encrypted
  expires_at TEXT, -- when the access token ends
  refresh_token_expires_at TEXT, -- when the refresh token ends
  token_type TEXT, -- such as bearer
  scope TEXT, -- what was granted
  session_state TEXT, -- of OpenID Connect session management
  created_at TEXT NOT NULL, -- when it was linked
  updated_at TEXT NOT NULL, -- last change
  UNIQUE (provider, provider_account_id)
);
CREATE INDEX accounts_by_user ON accounts (user_id, provider);

-- A device that is signed in. Seeds 000, 001, 004.
CREATE TABLE sessions (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  token TEXT NOT NULL UNIQUE CHECK (length(token) <= 255), -- what the cookie holds
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- who is signed in
  expires_at TEXT NOT NULL, -- when it ends by itself
  last_seen_at TEXT, -- last request
  device TEXT, -- what a person reads in the list of sessions
  ip_address TEXT, -- of the last sign-in
  user_agent TEXT, -- of the last sign-in
  created_at TEXT NOT NULL, -- sign-in
  updated_at TEXT NOT NULL -- last renewal
);
CREATE INDEX sessions_by_user ON sessions (user_id, created_at);
CREATE INDEX sessions_by_end ON sessions (expires_at);

-- Something that was sent and is awaited back: an address to verify, a magic link, a state of OAuth. Seeds 000, 001.
CREATE TABLE verification_tokens (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  identifier TEXT NOT NULL, -- what is verified
  token TEXT NOT NULL, -- what must come back, or what is to be done then
  expires_at TEXT NOT NULL, -- when it is worth nothing
  created_at TEXT NOT NULL, -- when it was sent
  updated_at TEXT NOT NULL, -- last change
  UNIQUE (identifier, token)
);
CREATE INDEX verification_tokens_by_end ON verification_tokens (expires_at);

-- A passkey. Seed 000.
CREATE TABLE authenticators (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  name TEXT CHECK (length(name) <= 100), -- given by the person
  credential_id TEXT NOT NULL UNIQUE, -- base64url
  credential_public_key TEXT NOT NULL, -- base64 of the COSE key
  provider_account_id TEXT, -- of a provider that keeps passkeys
  counter BIGINT NOT NULL DEFAULT 0 CHECK (counter >= 0), -- signatures so far
  device_type TEXT NOT NULL CHECK (device_type IN ('singleDevice', 'multiDevice')), -- as WebAuthn says
  backed_up INTEGER NOT NULL DEFAULT 0 CHECK (backed_up IN (0, 1)), -- whether it lives in a cloud too
  transports TEXT, -- comma-separated: usb, nfc, ble, internal, hybrid
  aaguid TEXT, -- model of the authenticator
  created_at TEXT NOT NULL, -- when it was registered
  last_used_at TEXT -- last sign-in with it
);
CREATE INDEX authenticators_by_user ON authenticators (user_id, created_at);

-- A personal access token for the API. Added by the design.
CREATE TABLE api_tokens (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100), -- given by the person
  token_hash TEXT NOT NULL UNIQUE, -- SHA-256 of the token in hex, the token itself is shown once
  token_start TEXT NOT NULL CHECK (length(token_start) <= 16), -- first letters, to tell tokens apart
  scopes TEXT NOT NULL DEFAULT '[]', -- JSON list of what it may do
  expires_at TEXT, -- null for never
  last_used_at TEXT, -- last request
  revoked_at TEXT, -- since when it is refused
  created_at TEXT NOT NULL -- when it was made
);
CREATE INDEX api_tokens_by_user ON api_tokens (user_id, created_at, id);

-- A key of a provider that a person brings. Never returned, never logged. Seed 004.
CREATE TABLE api_keys (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  provider TEXT NOT NULL CHECK (length(provider) BETWEEN 1 AND 50), -- claude, openai, stable-diffusion …
  encrypted_key TEXT NOT NULL, -- AES-256-GCM under a key derived from the master secret
  key_id TEXT NOT NULL, -- which master key, for rotation
  last_four TEXT NOT NULL CHECK (length(last_four) <= 4), -- what is shown
  base_url TEXT, -- of servers that people run themselves
  nickname TEXT CHECK (length(nickname) <= 100), -- given by the person
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)), -- whether it may be used
  last_used_at TEXT, -- last call
  created_at TEXT NOT NULL, -- when it was added
  updated_at TEXT NOT NULL -- last change
);
CREATE INDEX api_keys_by_user ON api_keys (user_id, provider);
CREATE INDEX api_keys_by_provider ON api_keys (provider);

-- What a person set, one row each. Seeds 000, 001.
CREATE TABLE user_settings (
  user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE, -- whose they are
  theme TEXT NOT NULL DEFAULT 'system' CHECK (length(theme) BETWEEN 1 AND 50), -- system, light, dark or the name of a theme
  selected_product TEXT, -- what opens first
  keyboard_layout TEXT NOT NULL DEFAULT 'mac' CHECK (keyboard_layout IN ('mac', 'windows')), -- how shortcuts are shown
  notifications_enabled INTEGER NOT NULL DEFAULT 1 CHECK (notifications_enabled IN (0, 1)), -- in the browser
  email_notifications INTEGER NOT NULL DEFAULT 1 CHECK (email_notifications IN (0, 1)), -- by mail
  focus_default_duration INTEGER NOT NULL DEFAULT 1500 CHECK (focus_default_duration > 0), -- seconds
  focus_break_duration INTEGER NOT NULL DEFAULT 300 CHECK (focus_break_duration > 0), -- seconds
  focus_long_break_duration INTEGER NOT NULL DEFAULT 900 CHECK (focus_long_break_duration > 0), -- seconds
  time_zone TEXT NOT NULL DEFAULT 'UTC', -- IANA name
  day_start_hour INTEGER NOT NULL DEFAULT 0 CHECK (day_start_hour BETWEEN 0 AND 23), -- when a day begins in that zone
  reading_direction TEXT NOT NULL DEFAULT 'auto' CHECK (reading_direction IN ('auto', 'ltr', 'rtl')), -- auto follows the book
  settings_json TEXT, -- JSON of further settings
  updated_at TEXT NOT NULL -- last change
);

-- What a person agreed to, append-only. Added by the design.
CREATE TABLE consents (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- who agreed
  document TEXT NOT NULL CHECK (length(document) BETWEEN 1 AND 100), -- terms, privacy …
  document_version TEXT NOT NULL, -- of that document
  accepted_at TEXT NOT NULL, -- when
  withdrawn_at TEXT, -- since when no more
  UNIQUE (user_id, document, document_version, accepted_at)
);
