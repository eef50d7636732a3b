-- Editions: illustrated books, and how far a person has read in any edition. Offsets count UTF-16 units of the text of the book.

-- An illustrated edition of a book. Seed 004.
CREATE TABLE vivid_pages (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  novel_id TEXT NOT NULL REFERENCES novels (id) ON DELETE CASCADE, -- of which book
  title TEXT CHECK (length(title) <= 500), -- null for the title of the book
  style_preset TEXT NOT NULL CHECK (length(style_preset) BETWEEN 1 AND 50), -- fantasy, scifi, noir …
  llm_model TEXT NOT NULL CHECK (length(llm_model) BETWEEN 1 AND 100), -- what reads
  image_model TEXT NOT NULL CHECK (length(image_model) BETWEEN 1 AND 100), -- what draws
  settings TEXT NOT NULL, -- JSON: storyboardDensity, storyboardsPerChapter, includeSpeakerStoryboards, imageResolution, customInstructions
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'processing', 'completed', 'failed')), -- draft → processing → completed or failed
  error_code TEXT, -- of the table of errors
  error_message TEXT, -- what happened
  total_chapters INTEGER CHECK (total_chapters >= 0), -- chapters in it
  total_scenes INTEGER CHECK (total_scenes >= 0), -- scenes in it
  total_storyboards INTEGER CHECK (total_storyboards >= 0), -- pictures in it
  total_characters INTEGER CHECK (total_characters >= 0), -- people in it
  created_at TEXT NOT NULL, -- when it was begun
  updated_at TEXT NOT NULL, -- last change
  completed_at TEXT -- when all pictures were there
);
CREATE INDEX vivid_pages_by_user ON vivid_pages (user_id, created_at, id);
CREATE INDEX vivid_pages_by_status ON vivid_pages (user_id, status, created_at, id);
CREATE INDEX vivid_pages_by_novel ON vivid_pages (novel_id);

ALTER TABLE jobs ADD COLUMN vivid_page_id TEXT REFERENCES vivid_pages (id) ON DELETE CASCADE; -- the illustrated edition that it is for
CREATE INDEX jobs_by_vivid_page ON jobs (vivid_page_id, created_at);
ALTER TABLE outputs ADD COLUMN vivid_page_id TEXT REFERENCES vivid_pages (id) ON DELETE CASCADE; -- of which illustrated edition
CREATE INDEX outputs_by_vivid_page ON outputs (vivid_page_id);
ALTER TABLE shares ADD COLUMN vivid_page_id TEXT REFERENCES vivid_pages (id) ON DELETE CASCADE; -- an illustrated edition
CREATE INDEX shares_by_vivid_page ON shares (vivid_page_id);

-- One anchor in the text with its current picture. Seed 004.
CREATE TABLE storyboards (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  vivid_page_id TEXT NOT NULL REFERENCES vivid_pages (id) ON DELETE CASCADE, -- the edition
  scene_id TEXT NOT NULL REFERENCES scenes (id) ON DELETE CASCADE, -- the scene
  anchor_start INTEGER NOT NULL CHECK (anchor_start >= 0), -- first unit of the text that it shows
  anchor_end INTEGER NOT NULL, -- behind the last one
  image_id TEXT REFERENCES images (id) ON DELETE SET NULL, -- the picture, null until it is there
  prompt_used TEXT NOT NULL DEFAULT '', -- what was asked for
  generation_params TEXT, -- JSON: model, resolution, seed, stylePreset, negativePrompt
  version_number INTEGER NOT NULL DEFAULT 1 CHECK (version_number >= 1), -- of the current picture
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)), -- 0 is taken out of the edition
  file_size BIGINT CHECK (file_size >= 0), -- bytes
  width INTEGER CHECK (width > 0), -- pixels
  height INTEGER CHECK (height > 0), -- pixels
  created_at TEXT NOT NULL, -- when it was planned
  updated_at TEXT NOT NULL, -- last change
  CHECK (anchor_end >= anchor_start),
  UNIQUE (vivid_page_id, anchor_start, anchor_end)
);
CREATE INDEX storyboards_by_scene ON storyboards (scene_id, anchor_start);
CREATE INDEX storyboards_by_image ON storyboards (image_id);
CREATE INDEX storyboards_active ON storyboards (vivid_page_id, anchor_start) WHERE is_active = 1;

-- An earlier picture of a storyboard, never overwritten. Seed 004.
CREATE TABLE storyboard_history (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  storyboard_id TEXT NOT NULL REFERENCES storyboards (id) ON DELETE CASCADE, -- of which one
  image_id TEXT REFERENCES images (id) ON DELETE SET NULL, -- the picture
  prompt_used TEXT NOT NULL, -- what was asked for
  generation_params TEXT, -- JSON as on storyboards
  user_feedback TEXT, -- why it was drawn again
  version_number INTEGER NOT NULL CHECK (version_number >= 1), -- which version
  created_at TEXT NOT NULL, -- when it was replaced
  UNIQUE (storyboard_id, version_number)
);
CREATE INDEX storyboard_history_by_image ON storyboard_history (image_id);

-- How far a person has read a book, a comic or an illustrated edition. Added by the design.
CREATE TABLE reading_progress (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- who reads
  novel_id TEXT NOT NULL REFERENCES novels (id) ON DELETE CASCADE, -- which book
  job_id TEXT REFERENCES jobs (id) ON DELETE CASCADE, -- as which comic
  vivid_page_id TEXT REFERENCES vivid_pages (id) ON DELETE CASCADE, -- as which illustrated edition
  text_offset INTEGER CHECK (text_offset >= 0), -- how far in the text
  page_number INTEGER CHECK (page_number >= 0), -- which page of the comic
  progress_percent DOUBLE PRECISION NOT NULL DEFAULT 0 CHECK (progress_percent BETWEEN 0 AND 100), -- from 0 to 100
  device TEXT, -- on which device
  created_at TEXT NOT NULL, -- first opened
  updated_at TEXT NOT NULL, -- last turn of a page
  CHECK (job_id IS NULL OR vivid_page_id IS NULL)
);
CREATE UNIQUE INDEX reading_progress_of_text ON reading_progress (user_id, novel_id) WHERE job_id IS NULL AND vivid_page_id IS NULL;
CREATE UNIQUE INDEX reading_progress_of_comic ON reading_progress (user_id, job_id) WHERE job_id IS NOT NULL;
CREATE UNIQUE INDEX reading_progress_of_vivid_page ON reading_progress (user_id, vivid_page_id) WHERE vivid_page_id IS NOT NULL;
CREATE INDEX reading_progress_by_user ON reading_progress (user_id, updated_at, id);
CREATE INDEX reading_progress_by_novel ON reading_progress (novel_id);
CREATE INDEX reading_progress_by_job ON reading_progress (job_id);
CREATE INDEX reading_progress_by_vivid_page ON reading_progress (vivid_page_id);

-- A mark that a person left in a book. Added by the design.
CREATE TABLE bookmarks (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- who reads
  novel_id TEXT NOT NULL REFERENCES novels (id) ON DELETE CASCADE, -- which book
  job_id TEXT REFERENCES jobs (id) ON DELETE CASCADE, -- as which comic
  vivid_page_id TEXT REFERENCES vivid_pages (id) ON DELETE CASCADE, -- as which illustrated edition
  kind TEXT NOT NULL DEFAULT 'bookmark' CHECK (kind IN ('bookmark', 'highlight', 'note')), -- what it is
  start_offset INTEGER CHECK (start_offset >= 0), -- where in the text
  end_offset INTEGER, -- behind it
  page_number INTEGER CHECK (page_number >= 0), -- on which page of the comic
  colour TEXT CHECK (length(colour) <= 30), -- of a highlight
  note TEXT, -- written by the person
  created_at TEXT NOT NULL, -- when it was left
  updated_at TEXT NOT NULL, -- last change
  CHECK (end_offset >= start_offset)
);
CREATE INDEX bookmarks_by_user ON bookmarks (user_id, novel_id, start_offset);
CREATE INDEX bookmarks_by_novel ON bookmarks (novel_id);
CREATE INDEX bookmarks_by_job ON bookmarks (job_id);
CREATE INDEX bookmarks_by_vivid_page ON bookmarks (vivid_page_id);

-- The places of an edition, as seed 004 has them: one row for each place and illustrated edition. Seed 004.
CREATE VIEW settings AS
SELECT
  places.id AS id, -- TEXT NOT NULL: of the place
  vivid_pages.id AS vivid_page_id, -- TEXT NOT NULL: the edition
  vivid_pages.user_id AS user_id, -- TEXT NOT NULL: whose it is
  places.name AS name, -- TEXT NOT NULL: as the book calls it
  places.description AS description, -- TEXT NOT NULL: what is said of it
  places.visual_keywords AS visual_keywords, -- TEXT NOT NULL: JSON list of what is seen there
  places.first_appearance_scene AS first_appearance_scene, -- TEXT: where it comes in
  places.created_at AS created_at -- TEXT NOT NULL: when found
FROM vivid_pages
JOIN places ON places.novel_id = vivid_pages.novel_id;
