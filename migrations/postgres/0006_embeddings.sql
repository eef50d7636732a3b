-- Embeddings: vectors of characters and places, to find similar ones. The same as the portable file, with BYTEA for BLOB.

-- Where a character lies in the space of a model, to find similar ones. Seed 004.
CREATE TABLE character_embeddings (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  character_id TEXT NOT NULL UNIQUE REFERENCES characters (id) ON DELETE CASCADE, -- whose
  embedding BYTEA NOT NULL, -- float32, little-endian
  model TEXT NOT NULL CHECK (length(model) BETWEEN 1 AND 100), -- of which model
  dimensions INTEGER NOT NULL CHECK (dimensions > 0), -- numbers in the vector
  created_at TEXT NOT NULL, -- when made
  updated_at TEXT NOT NULL -- last change
);

-- Where a place lies in the space of a model. Seed 004.
CREATE TABLE setting_embeddings (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  setting_id TEXT NOT NULL UNIQUE REFERENCES places (id) ON DELETE CASCADE, -- which place
  embedding BYTEA NOT NULL, -- float32, little-endian
  model TEXT NOT NULL CHECK (length(model) BETWEEN 1 AND 100), -- of which model
  dimensions INTEGER NOT NULL CHECK (dimensions > 0), -- numbers in the vector
  created_at TEXT NOT NULL, -- when made
  updated_at TEXT NOT NULL -- last change
);
