-- Music and notes: projects, what they are measured against, what is played in them, and what is written down. Sounds are files.

-- A piece of music under way. Seed 001.
CREATE TABLE projects (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255), -- given by the person
  description TEXT, -- in sentences
  notes TEXT, -- Markdown
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'paused', 'completed', 'archived')), -- whether it is worked on
  stage TEXT NOT NULL DEFAULT 'idea' CHECK (length(stage) BETWEEN 1 AND 50), -- idea, sketch, arrangement, mix, master …
  starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)), -- marked by the person
  tags TEXT, -- JSON list
  created_at TEXT NOT NULL, -- when it was begun
  updated_at TEXT NOT NULL, -- last change
  content_hash TEXT NOT NULL -- h1: and SHA-256 of all that a person can edit
);
CREATE INDEX projects_by_user ON projects (user_id, updated_at, id);
CREATE INDEX projects_by_status ON projects (user_id, status, updated_at);

-- A bounce of a project. Added by the design.
CREATE TABLE project_versions (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE, -- of which project
  version_number INTEGER NOT NULL CHECK (version_number >= 1), -- from 1
  name TEXT CHECK (length(name) <= 255), -- given by the person
  notes TEXT, -- Markdown
  file_id TEXT REFERENCES storage_files (id) ON DELETE SET NULL, -- the sound
  duration_ms BIGINT CHECK (duration_ms >= 0), -- milliseconds
  loudness_lufs DOUBLE PRECISION, -- integrated, by EBU R128
  peaks TEXT, -- JSON of the waveform
  comments TEXT NOT NULL DEFAULT '[]', -- JSON list of comments with their time in milliseconds
  created_at TEXT NOT NULL, -- when it was added
  UNIQUE (project_id, version_number)
);
CREATE INDEX project_versions_by_file ON project_versions (file_id);

-- A set of tracks to compare with. Seed 001.
CREATE TABLE reference_libraries (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255), -- given by the person
  description TEXT, -- in sentences
  created_at TEXT NOT NULL, -- when it was made
  updated_at TEXT NOT NULL -- last change
);
CREATE INDEX reference_libraries_by_user ON reference_libraries (user_id, created_at, id);

-- A track to compare with. Seed 001.
CREATE TABLE reference_tracks (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  library_id TEXT NOT NULL REFERENCES reference_libraries (id) ON DELETE CASCADE, -- in which library
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255), -- title
  blob_key TEXT REFERENCES storage_files (key) ON UPDATE CASCADE ON DELETE SET NULL, -- the sound
  mime_type TEXT NOT NULL, -- type by content
  size_bytes BIGINT NOT NULL CHECK (size_bytes >= 0), -- bytes
  duration_ms BIGINT CHECK (duration_ms >= 0), -- milliseconds
  peaks TEXT, -- JSON of the waveform
  loudness_lufs DOUBLE PRECISION, -- integrated, by EBU R128
  tempo_bpm DOUBLE PRECISION CHECK (tempo_bpm > 0), -- beats a minute
  musical_key TEXT CHECK (length(musical_key) <= 20), -- such as F# minor
  markers TEXT NOT NULL DEFAULT '[]', -- JSON list of markers and loops
  metadata TEXT, -- JSON
  created_at TEXT NOT NULL -- when it was brought
);
CREATE INDEX reference_tracks_by_library ON reference_tracks (library_id, created_at, id);
CREATE INDEX reference_tracks_by_user ON reference_tracks (user_id, created_at, id);
CREATE INDEX reference_tracks_by_file ON reference_tracks (blob_key);

-- A note in Markdown. Seed 001.
CREATE TABLE infobase_entries (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500), -- what it is about
  content TEXT NOT NULL, -- Markdown
  category TEXT CHECK (length(category) <= 100), -- given by the person
  tags TEXT, -- JSON list
  pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)), -- kept on top
  created_at TEXT NOT NULL, -- when it was written
  updated_at TEXT NOT NULL, -- last change
  content_hash TEXT NOT NULL -- h1: and SHA-256 of all that a person can edit
);
CREATE INDEX infobase_entries_by_user ON infobase_entries (user_id, pinned, updated_at, id);
CREATE INDEX infobase_entries_by_category ON infobase_entries (user_id, category, updated_at);

-- A few bars to start from. Seed 001.
CREATE TABLE lane_templates (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255), -- given by the person
  template_type TEXT NOT NULL CHECK (template_type IN ('melody', 'drums', 'chord')), -- what is played
  lane_settings TEXT NOT NULL, -- JSON: instrumentId, noteMode, velocityDefault, quantizeGrid, color
  notes TEXT NOT NULL, -- JSON list of pitch, startBeat, duration and velocity
  bpm INTEGER NOT NULL CHECK (bpm BETWEEN 20 AND 300), -- beats a minute
  bars INTEGER NOT NULL CHECK (bars BETWEEN 1 AND 64), -- how long
  time_signature TEXT NOT NULL, -- JSON, such as [4,4]
  musical_key TEXT CHECK (length(musical_key) <= 20), -- root, such as C
  scale_type TEXT CHECK (length(scale_type) <= 50), -- such as major
  genre TEXT CHECK (length(genre) <= 100), -- given by the person
  tags TEXT, -- JSON list
  created_at TEXT NOT NULL, -- when it was made
  updated_at TEXT NOT NULL, -- last change
  content_hash TEXT NOT NULL -- h1: and SHA-256 of all that a person can edit
);
CREATE INDEX lane_templates_by_user ON lane_templates (user_id, created_at, id);
CREATE INDEX lane_templates_by_type ON lane_templates (user_id, template_type, created_at);

-- Chords in a row. Added by the design.
CREATE TABLE chord_progressions (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255), -- given by the person
  description TEXT, -- in sentences
  numerals TEXT NOT NULL, -- JSON list, such as I, V, vi, IV
  durations TEXT NOT NULL, -- JSON list of beats
  rhythm_pattern TEXT, -- how they are struck
  genre TEXT CHECK (length(genre) <= 100), -- given by the person
  musical_key TEXT NOT NULL CHECK (length(musical_key) <= 20), -- root, such as C
  scale_type TEXT NOT NULL CHECK (length(scale_type) <= 50), -- such as major
  tags TEXT, -- JSON list
  created_at TEXT NOT NULL, -- when it was made
  updated_at TEXT NOT NULL, -- last change
  content_hash TEXT NOT NULL -- h1: and SHA-256 of all that a person can edit
);
CREATE INDEX chord_progressions_by_user ON chord_progressions (user_id, created_at, id);

-- Where something sounds in a project. Added by the design.
CREATE TABLE project_clips (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE, -- in which project
  source_type TEXT NOT NULL CHECK (source_type IN ('lane_template', 'chord_progression', 'audio')), -- what sounds
  lane_template_id TEXT REFERENCES lane_templates (id) ON DELETE CASCADE, -- these bars
  chord_progression_id TEXT REFERENCES chord_progressions (id) ON DELETE CASCADE, -- these chords
  file_id TEXT REFERENCES storage_files (id) ON DELETE CASCADE, -- this sound
  start_bar INTEGER NOT NULL CHECK (start_bar >= 1), -- from 1
  length_bars INTEGER NOT NULL CHECK (length_bars >= 1), -- how long
  lane_settings_override TEXT, -- JSON of what differs here
  created_at TEXT NOT NULL, -- when it was put there
  updated_at TEXT NOT NULL, -- last change
  CHECK ((source_type = 'lane_template') = (lane_template_id IS NOT NULL)),
  CHECK ((source_type = 'chord_progression') = (chord_progression_id IS NOT NULL)),
  CHECK ((source_type = 'audio') = (file_id IS NOT NULL))
);
CREATE INDEX project_clips_by_project ON project_clips (project_id, start_bar);
CREATE INDEX project_clips_by_lane_template ON project_clips (lane_template_id);
CREATE INDEX project_clips_by_chord_progression ON project_clips (chord_progression_id);
CREATE INDEX project_clips_by_file ON project_clips (file_id);
