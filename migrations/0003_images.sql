-- Images: every picture of the product is one row here, whatever it is for, so that versions, lineage, cost and gallery exist once. The drawn panels of a comic live in their page and have none.

-- A picture that was made or brought. Seed 003.
CREATE TABLE images (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  type TEXT NOT NULL CHECK (type IN ('GENERATED', 'UPLOADED')), -- where it comes from
  purpose TEXT NOT NULL DEFAULT 'single' CHECK (purpose IN ('single', 'panel', 'portrait', 'sheet', 'storyboard', 'cover')), -- what it is for
  status TEXT NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED')), -- PENDING → PROCESSING → COMPLETED or FAILED
  title TEXT NOT NULL CHECK (length(title) <= 255), -- what a person reads
  description TEXT, -- in sentences
  prompt TEXT, -- what was asked for
  negative_prompt TEXT, -- what was not wanted
  provider TEXT CHECK (length(provider) <= 50), -- who made it
  model TEXT CHECK (length(model) <= 100), -- with which model
  seed BIGINT, -- of the model
  width INTEGER CHECK (width > 0), -- pixels
  height INTEGER CHECK (height > 0), -- pixels
  file_size BIGINT CHECK (file_size >= 0), -- bytes
  storage_key TEXT REFERENCES storage_files (key) ON UPDATE CASCADE ON DELETE SET NULL, -- the picture, null until COMPLETED
  thumbnail_key TEXT REFERENCES storage_files (key) ON UPDATE CASCADE ON DELETE SET NULL, -- the small picture
  metadata TEXT NOT NULL DEFAULT '{}', -- JSON: format, palette, blurhash, parameters
  coins_used INTEGER NOT NULL DEFAULT 0 CHECK (coins_used >= 0), -- what it cost
  parent_image_id TEXT REFERENCES images (id) ON DELETE SET NULL, -- from which it was made
  operation TEXT CHECK (operation IN ('edit', 'variation', 'inpaint', 'upscale', 'background')), -- how it was made from that
  is_favourite INTEGER NOT NULL DEFAULT 0 CHECK (is_favourite IN (0, 1)), -- marked by the person
  tags TEXT NOT NULL DEFAULT '[]', -- JSON list
  error_code TEXT, -- why it FAILED, of the table of errors
  error_message TEXT, -- what happened
  created_at TEXT NOT NULL, -- when it was asked for
  updated_at TEXT NOT NULL, -- last change
  deleted_at TEXT, -- since when it is to be removed, can be taken back for 30 days
  CHECK (storage_key IS NULL OR status = 'COMPLETED')
);
CREATE INDEX images_by_user ON images (user_id, created_at, id);
CREATE INDEX images_by_status ON images (user_id, status, created_at, id);
CREATE INDEX images_by_type ON images (user_id, type, created_at, id);
CREATE INDEX images_by_model ON images (user_id, model, created_at, id);
CREATE INDEX images_favourite ON images (user_id, created_at, id) WHERE is_favourite = 1;
CREATE INDEX images_by_parent ON images (parent_image_id);
CREATE INDEX images_by_file ON images (storage_key);
CREATE INDEX images_by_thumbnail ON images (thumbnail_key);
CREATE INDEX images_to_remove ON images (deleted_at) WHERE deleted_at IS NOT NULL;

-- A collection of pictures. Added by the design.
CREATE TABLE albums (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255), -- given by the person
  description TEXT, -- in sentences
  cover_image_id TEXT REFERENCES images (id) ON DELETE SET NULL, -- shown for it
  created_at TEXT NOT NULL, -- when it was made
  updated_at TEXT NOT NULL, -- last change
  UNIQUE (user_id, name)
);
CREATE INDEX albums_by_user ON albums (user_id, created_at, id);
CREATE INDEX albums_by_cover ON albums (cover_image_id);

-- Which picture is in which album. Added by the design.
CREATE TABLE album_images (
  album_id TEXT NOT NULL REFERENCES albums (id) ON DELETE CASCADE, -- the album
  image_id TEXT NOT NULL REFERENCES images (id) ON DELETE CASCADE, -- the picture
  added_at TEXT NOT NULL, -- when it was put there
  PRIMARY KEY (album_id, image_id)
);
CREATE INDEX album_images_by_image ON album_images (image_id);

-- What a person asked for before, and templates with variables. Added by the design.
CREATE TABLE prompts (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  name TEXT CHECK (length(name) <= 255), -- of a template
  prompt TEXT NOT NULL, -- what is asked for
  negative_prompt TEXT, -- what is not wanted
  variables TEXT, -- JSON list of the variables of a template
  is_template INTEGER NOT NULL DEFAULT 0 CHECK (is_template IN (0, 1)), -- kept for use with variables
  is_favourite INTEGER NOT NULL DEFAULT 0 CHECK (is_favourite IN (0, 1)), -- marked by the person
  use_count INTEGER NOT NULL DEFAULT 0 CHECK (use_count >= 0), -- how often
  last_used_at TEXT, -- last use
  created_at TEXT NOT NULL -- first use
);
CREATE INDEX prompts_by_user ON prompts (user_id, created_at, id);
