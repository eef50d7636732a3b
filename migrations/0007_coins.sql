-- Coins: what a person can spend, and why. users.coins is always the sum of the ledger.

-- A movement of coins, append-only. A hold takes coins aside, a capture keeps them, a release gives them back. Seed 003 by way of the design.
CREATE TABLE coin_ledger (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose coins
  kind TEXT NOT NULL CHECK (kind IN ('hold', 'release', 'capture', 'grant', 'purchase', 'reward', 'refund', 'spend')), -- hold and spend take, capture is 0, the others give
  amount INTEGER NOT NULL, -- coins, less than 0 where they are taken
  balance_after INTEGER NOT NULL CHECK (balance_after >= 0), -- what can be spent then
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500), -- what a person reads
  reference_type TEXT CHECK (reference_type IN ('image', 'storyboard', 'panel', 'job', 'quest_event', 'code', 'admin')), -- kind of thing that it is for
  reference_id TEXT, -- which one
  hold_id TEXT UNIQUE REFERENCES coin_ledger (id) ON DELETE CASCADE, -- the hold that a release or capture ends, once
  idempotency_key TEXT NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 255), -- the same key moves coins once
  created_at TEXT NOT NULL, -- when
  UNIQUE (user_id, idempotency_key),
  CHECK ((kind IN ('hold', 'spend') AND amount < 0) OR (kind = 'capture' AND amount = 0) OR (kind IN ('release', 'grant', 'purchase', 'reward', 'refund') AND amount > 0)),
  CHECK ((kind IN ('release', 'capture')) = (hold_id IS NOT NULL))
);
CREATE INDEX coin_ledger_by_user ON coin_ledger (user_id, created_at, id);
CREATE INDEX coin_ledger_by_reference ON coin_ledger (reference_type, reference_id);

-- A code that an admin made and a person turns into coins. Added by the design.
CREATE TABLE coin_codes (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  code_hash TEXT NOT NULL UNIQUE, -- SHA-256 of the code, in hex
  coins INTEGER NOT NULL CHECK (coins > 0), -- what it is worth
  batch TEXT CHECK (length(batch) <= 100), -- made together
  created_by TEXT REFERENCES users (id) ON DELETE SET NULL, -- which admin
  redeemed_by TEXT REFERENCES users (id) ON DELETE SET NULL, -- who used it
  redeemed_at TEXT, -- when, since then it is worth nothing
  expires_at TEXT, -- null for never
  revoked_at TEXT, -- since when it is refused
  created_at TEXT NOT NULL -- when it was made
);
CREATE INDEX coin_codes_by_batch ON coin_codes (batch, created_at, id);
CREATE INDEX coin_codes_by_maker ON coin_codes (created_by);
CREATE INDEX coin_codes_by_redeemer ON coin_codes (redeemed_by);

-- What a picture costs. Added by the design.
CREATE TABLE price_list (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  provider TEXT NOT NULL CHECK (length(provider) BETWEEN 1 AND 50), -- who makes it
  model TEXT NOT NULL CHECK (length(model) BETWEEN 1 AND 100), -- with which model
  operation TEXT NOT NULL DEFAULT 'generate' CHECK (operation IN ('generate', 'edit', 'variation', 'inpaint', 'upscale', 'background')), -- what is done
  size TEXT NOT NULL DEFAULT '*' CHECK (length(size) BETWEEN 1 AND 20), -- width x height in pixels, * for any
  coins INTEGER NOT NULL CHECK (coins >= 0), -- for one picture
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)), -- whether it is offered
  created_at TEXT NOT NULL, -- when it was set
  updated_at TEXT NOT NULL, -- last change
  UNIQUE (provider, model, operation, size)
);
