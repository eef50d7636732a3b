-- Novels: a book as it came in, and what was found in it once and is shared by every edition. Offsets count UTF-16 units of the text of the book.

-- A book of a person. Seeds 000, 004.
CREATE TABLE novels (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500), -- as the book says, or the name of its file
  author TEXT CHECK (length(author) <= 255), -- as the book says
  language TEXT CHECK (length(language) <= 35), -- BCP 47 tag
  direction TEXT NOT NULL DEFAULT 'ltr' CHECK (direction IN ('ltr', 'rtl')), -- how its pages turn
  source_format TEXT NOT NULL CHECK (length(source_format) <= 50), -- epub, text, aozora, markdown, html, docx …
  original_file_id TEXT REFERENCES storage_files (id) ON DELETE SET NULL, -- the file as it came
  cover_image_id TEXT REFERENCES images (id) ON DELETE SET NULL, -- a picture for the bookcase
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64), -- SHA-256 of the file, the same file again is offered the first import
  text_length INTEGER NOT NULL DEFAULT 0 CHECK (text_length >= 0), -- UTF-16 units
  word_count INTEGER CHECK (word_count >= 0), -- words, or letters in languages without spaces
  series TEXT CHECK (length(series) <= 500), -- name of the series
  series_number DOUBLE PRECISION, -- place in it
  tags TEXT NOT NULL DEFAULT '[]', -- JSON list
  metadata TEXT NOT NULL DEFAULT '{}', -- JSON of what else the book says of itself
  created_at TEXT NOT NULL, -- import
  updated_at TEXT NOT NULL, -- last change
  archived_at TEXT -- since when it is out of sight
);
CREATE INDEX novels_by_user ON novels (user_id, created_at, id);
CREATE INDEX novels_by_change ON novels (user_id, updated_at, id);
CREATE INDEX novels_by_title ON novels (user_id, title, id);
CREATE INDEX novels_in_sight ON novels (user_id, created_at, id) WHERE archived_at IS NULL;
CREATE INDEX novels_by_content ON novels (user_id, content_hash);
CREATE INDEX novels_by_original_file ON novels (original_file_id);
CREATE INDEX novels_by_cover_image ON novels (cover_image_id);

ALTER TABLE storage_files ADD COLUMN novel_id TEXT REFERENCES novels (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED; -- the novel that it belongs to
CREATE INDEX storage_files_by_novel ON storage_files (novel_id);

-- A chapter of a book. Added by the design.
CREATE TABLE chapters (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  novel_id TEXT NOT NULL REFERENCES novels (id) ON DELETE CASCADE, -- the book
  chapter_number INTEGER NOT NULL CHECK (chapter_number >= 1), -- from 1, in reading order
  title TEXT CHECK (length(title) <= 500), -- as the book says
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0), -- first unit of its text
  end_offset INTEGER NOT NULL, -- behind the last one
  word_count INTEGER NOT NULL DEFAULT 0 CHECK (word_count >= 0), -- words or letters
  created_at TEXT NOT NULL, -- when it was found
  CHECK (end_offset >= start_offset),
  UNIQUE (novel_id, chapter_number)
);

-- A scene of a book. Seed 004.
CREATE TABLE scenes (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  novel_id TEXT NOT NULL REFERENCES novels (id) ON DELETE CASCADE, -- the book
  chapter_number INTEGER NOT NULL CHECK (chapter_number >= 1), -- from 1
  scene_number INTEGER NOT NULL CHECK (scene_number >= 1), -- from 1 within its chapter
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0), -- first unit of its text
  end_offset INTEGER NOT NULL, -- behind the last one
  word_count INTEGER CHECK (word_count >= 0), -- words or letters
  llm_analysis TEXT, -- JSON: characters, settingId, description, mood, timeOfDay, weather, keyVisualElements
  created_at TEXT NOT NULL, -- when it was found
  CHECK (end_offset >= start_offset),
  UNIQUE (novel_id, chapter_number, scene_number)
);
CREATE INDEX scenes_by_offset ON scenes (novel_id, start_offset);

-- Somebody of the book. Seed 004.
CREATE TABLE characters (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  novel_id TEXT NOT NULL REFERENCES novels (id) ON DELETE CASCADE, -- the book
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255), -- most used name
  aliases TEXT NOT NULL DEFAULT '[]', -- JSON list of other names
  gender TEXT CHECK (gender IN ('female', 'male', 'other', 'unknown')), -- as the text has it
  role TEXT CHECK (length(role) <= 50), -- protagonist, antagonist, supporting
  initial_appearance TEXT NOT NULL DEFAULT '{}', -- JSON of ten fields: physicalDescription, age, height, build, hairColor, hairStyle, eyeColor, skinTone, distinctiveFeatures, typicalClothing
  reference_image_id TEXT REFERENCES images (id) ON DELETE SET NULL, -- picture that keeps the face the same
  first_appearance_scene TEXT REFERENCES scenes (id) ON DELETE SET NULL, -- where the person comes in
  mentions INTEGER NOT NULL DEFAULT 0 CHECK (mentions >= 0), -- how often the book names the person
  locked_fields TEXT NOT NULL DEFAULT '[]', -- JSON list of fields that a person decided
  created_at TEXT NOT NULL, -- when found
  updated_at TEXT NOT NULL -- last change
);
CREATE INDEX characters_by_novel ON characters (novel_id, name);
CREATE INDEX characters_by_first_scene ON characters (first_appearance_scene);
CREATE INDEX characters_by_reference_image ON characters (reference_image_id);

-- What changes in somebody from a scene on. Seed 004.
CREATE TABLE character_changes (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  character_id TEXT NOT NULL REFERENCES characters (id) ON DELETE CASCADE, -- who changes
  scene_id TEXT NOT NULL REFERENCES scenes (id) ON DELETE CASCADE, -- from where on
  change_type TEXT NOT NULL CHECK (change_type IN ('outfit', 'injury', 'hair', 'age', 'other')), -- what changes
  description TEXT NOT NULL, -- for a reader
  prompt_modifier TEXT, -- for an image model, from that scene on
  quote_start INTEGER CHECK (quote_start >= 0), -- where the book says so
  quote_end INTEGER, -- behind it
  created_at TEXT NOT NULL -- when found
);
CREATE INDEX character_changes_by_character ON character_changes (character_id, created_at);
CREATE INDEX character_changes_by_scene ON character_changes (scene_id);

-- A place of the book. Seed 004, where it is called a setting.
CREATE TABLE places (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  novel_id TEXT NOT NULL REFERENCES novels (id) ON DELETE CASCADE, -- the book
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255), -- as the book calls it
  description TEXT NOT NULL DEFAULT '', -- what is said of it
  visual_keywords TEXT NOT NULL DEFAULT '[]', -- JSON list of what is seen there
  reference_image_id TEXT REFERENCES images (id) ON DELETE SET NULL, -- picture that keeps it the same
  first_appearance_scene TEXT REFERENCES scenes (id) ON DELETE SET NULL, -- where it comes in
  locked_fields TEXT NOT NULL DEFAULT '[]', -- JSON list of fields that a person decided
  created_at TEXT NOT NULL, -- when found
  updated_at TEXT NOT NULL -- last change
);
CREATE INDEX places_by_novel ON places (novel_id, name);
CREATE INDEX places_by_first_scene ON places (first_appearance_scene);
CREATE INDEX places_by_reference_image ON places (reference_image_id);

-- How one stands to another. Added by the design.
CREATE TABLE character_relations (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  novel_id TEXT NOT NULL REFERENCES novels (id) ON DELETE CASCADE, -- the book
  character_id TEXT NOT NULL REFERENCES characters (id) ON DELETE CASCADE, -- who
  other_character_id TEXT NOT NULL REFERENCES characters (id) ON DELETE CASCADE, -- to whom
  relation TEXT NOT NULL CHECK (length(relation) BETWEEN 1 AND 100), -- mother, friend, enemy …
  description TEXT, -- in a sentence
  evidence TEXT, -- JSON of offsets in the book
  is_locked INTEGER NOT NULL DEFAULT 0 CHECK (is_locked IN (0, 1)), -- decided by a person
  created_at TEXT NOT NULL, -- when found
  CHECK (character_id <> other_character_id),
  UNIQUE (character_id, other_character_id, relation)
);
CREATE INDEX character_relations_by_novel ON character_relations (novel_id);
CREATE INDEX character_relations_by_other ON character_relations (other_character_id);

-- Who is in which scene. Added by the design.
CREATE TABLE scene_characters (
  scene_id TEXT NOT NULL REFERENCES scenes (id) ON DELETE CASCADE, -- the scene
  character_id TEXT NOT NULL REFERENCES characters (id) ON DELETE CASCADE, -- who is there
  mentions INTEGER NOT NULL DEFAULT 0 CHECK (mentions >= 0), -- how often named there
  lines INTEGER NOT NULL DEFAULT 0 CHECK (lines >= 0), -- how often speaking there
  PRIMARY KEY (scene_id, character_id)
);
CREATE INDEX scene_characters_by_character ON scene_characters (character_id);

-- A stretch of direct speech or thought. Added by the design.
CREATE TABLE quotes (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  novel_id TEXT NOT NULL REFERENCES novels (id) ON DELETE CASCADE, -- the book
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0), -- first unit
  end_offset INTEGER NOT NULL, -- behind the last one
  kind TEXT NOT NULL DEFAULT 'speech' CHECK (kind IN ('speech', 'thought', 'writing')), -- said, thought or written
  speaker_id TEXT REFERENCES characters (id) ON DELETE SET NULL, -- who says it, null where it is not known
  addressee_id TEXT REFERENCES characters (id) ON DELETE SET NULL, -- to whom
  scene_id TEXT REFERENCES scenes (id) ON DELETE SET NULL, -- where
  confidence DOUBLE PRECISION NOT NULL DEFAULT 0 CHECK (confidence BETWEEN 0 AND 1), -- from 0 to 1
  evidence TEXT, -- JSON of why
  is_locked INTEGER NOT NULL DEFAULT 0 CHECK (is_locked IN (0, 1)), -- decided by a person
  created_at TEXT NOT NULL, -- when found
  updated_at TEXT NOT NULL, -- last change
  CHECK (end_offset > start_offset),
  UNIQUE (novel_id, start_offset, end_offset)
);
CREATE INDEX quotes_by_speaker ON quotes (speaker_id, start_offset);
CREATE INDEX quotes_by_addressee ON quotes (addressee_id);
CREATE INDEX quotes_by_scene ON quotes (scene_id);

-- What a person corrected in a book, append-only. Undoing adds a row that names the undone one. Added by the design.
CREATE TABLE corrections (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  novel_id TEXT NOT NULL REFERENCES novels (id) ON DELETE CASCADE, -- the book
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- who corrected
  sequence INTEGER NOT NULL CHECK (sequence >= 1), -- from 1 within the book
  subject_type TEXT NOT NULL CHECK (subject_type IN ('novel', 'chapter', 'scene', 'character', 'place', 'quote', 'relation', 'change')), -- kind of thing
  subject_id TEXT NOT NULL, -- which one
  field TEXT NOT NULL CHECK (length(field) BETWEEN 1 AND 100), -- what of it
  old_value TEXT, -- JSON
  new_value TEXT, -- JSON
  undoes_id TEXT UNIQUE REFERENCES corrections (id) ON DELETE CASCADE, -- the correction that this one takes back
  created_at TEXT NOT NULL, -- when
  UNIQUE (novel_id, sequence)
);
CREATE INDEX corrections_by_user ON corrections (user_id, created_at, id);
CREATE INDEX corrections_by_subject ON corrections (subject_type, subject_id);
