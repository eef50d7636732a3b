-- Jobs: what a person asked for, the tasks that it is cut into, what they leave behind, and what it cost. Offsets count UTF-16 units of the text of the book.

-- Something a person asked for that takes a while. Its row stays as a summary when its tasks are purged. Seeds 000, 004.
CREATE TABLE jobs (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- who asked
  novel_id TEXT REFERENCES novels (id) ON DELETE CASCADE, -- of which book, null for an import
  job_type TEXT NOT NULL CHECK (job_type IN ('manga', 'image', 'export', 'import', 'embed', 'epub-parse', 'llm-analysis', 'image-generation', 'image-regeneration')), -- what is made
  job_name TEXT CHECK (length(job_name) <= 255), -- given by the person
  status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'processing', 'completed', 'failed', 'paused', 'cancelled')), -- pending is queued in seed 004
  priority INTEGER NOT NULL DEFAULT 100, -- smaller is sooner
  current_step TEXT CHECK (length(current_step) <= 255), -- what a person reads while it runs
  progress_percent INTEGER NOT NULL DEFAULT 0 CHECK (progress_percent BETWEEN 0 AND 100), -- from 0 to 100
  chunks_total INTEGER NOT NULL DEFAULT 0 CHECK (chunks_total >= 0), -- chunks in all
  chunks_done INTEGER NOT NULL DEFAULT 0 CHECK (chunks_done >= 0), -- chunks analysed
  episodes_total INTEGER NOT NULL DEFAULT 0 CHECK (episodes_total >= 0), -- episodes in all
  episodes_done INTEGER NOT NULL DEFAULT 0 CHECK (episodes_done >= 0), -- episodes laid out
  pages_total INTEGER NOT NULL DEFAULT 0 CHECK (pages_total >= 0), -- pages in all
  pages_done INTEGER NOT NULL DEFAULT 0 CHECK (pages_done >= 0), -- pages drawn
  panels_total INTEGER NOT NULL DEFAULT 0 CHECK (panels_total >= 0), -- panels in all
  panels_done INTEGER NOT NULL DEFAULT 0 CHECK (panels_done >= 0), -- panels drawn
  settings TEXT NOT NULL DEFAULT '{}', -- JSON of what it is made with
  seed BIGINT NOT NULL DEFAULT 0, -- same settings, seed and book give the same bytes
  metadata TEXT, -- JSON of what belongs to its type only
  coverage_warnings TEXT, -- JSON list of what of the book could not be shown
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0), -- how often a person retried it
  cost_ceiling_micros BIGINT CHECK (cost_ceiling_micros >= 0), -- millionths of a dollar, where it stops
  cost_micros BIGINT NOT NULL DEFAULT 0 CHECK (cost_micros >= 0), -- millionths of a dollar so far
  error_code TEXT, -- of the table of errors
  error_message TEXT, -- what happened, without the text of the book
  error_step TEXT, -- where
  idempotency_key TEXT CHECK (length(idempotency_key) <= 255), -- of the request that made it
  last_notified_status TEXT CHECK (last_notified_status IN ('pending', 'processing', 'completed', 'failed', 'paused', 'cancelled')), -- the last status that was told
  last_notified_at TEXT, -- when it was told
  created_at TEXT NOT NULL, -- when it was asked for
  updated_at TEXT NOT NULL, -- last change
  started_at TEXT, -- first task
  completed_at TEXT, -- end, good or bad
  tasks_purged_at TEXT, -- since when its tasks and intermediate files are gone
  UNIQUE (user_id, idempotency_key)
);
CREATE INDEX jobs_by_user ON jobs (user_id, created_at, id);
CREATE INDEX jobs_by_status ON jobs (user_id, status, created_at, id);
CREATE INDEX jobs_by_novel ON jobs (novel_id, created_at);
CREATE INDEX jobs_under_way ON jobs (status, priority, created_at) WHERE status IN ('pending', 'processing', 'paused');
CREATE INDEX jobs_to_purge ON jobs (completed_at) WHERE completed_at IS NOT NULL AND tasks_purged_at IS NULL;

ALTER TABLE storage_files ADD COLUMN job_id TEXT REFERENCES jobs (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED; -- the job that made it
CREATE UNIQUE INDEX storage_files_by_artifact ON storage_files (job_id, artifact, unit) WHERE deleted_at IS NULL;
CREATE INDEX storage_files_by_job ON storage_files (job_id);
ALTER TABLE images ADD COLUMN job_id TEXT REFERENCES jobs (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED; -- the job that made it
CREATE INDEX images_by_job ON images (job_id);

-- A unit of work: the truth about what is done, of which queues deliver the ids only. Added by the design.
CREATE TABLE tasks (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE, -- the job
  step TEXT NOT NULL CHECK (length(step) BETWEEN 1 AND 100), -- what is made, by the name of the artifact
  step_index INTEGER NOT NULL CHECK (step_index >= 0), -- place of the step in the plan of its job
  unit_key TEXT NOT NULL CHECK (length(unit_key) BETWEEN 1 AND 100), -- of which piece: book, k1 (chunk), e1 (episode), page-0001 …
  status TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'ready', 'running', 'done', 'failed', 'parked', 'cancelled')), -- waiting → ready → running → done, failed, parked or cancelled
  priority INTEGER NOT NULL DEFAULT 100, -- smaller is sooner
  input TEXT NOT NULL DEFAULT '{}', -- JSON of what it works on
  input_hash TEXT NOT NULL, -- SHA-256 of all that its result depends on
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0), -- how often it was claimed
  max_attempts INTEGER NOT NULL DEFAULT 10 CHECK (max_attempts >= 1), -- how often it may be
  lease_owner TEXT, -- which worker has it
  lease_until TEXT, -- until when
  run_after TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000Z', -- not sooner than this
  result TEXT, -- JSON of what came out
  error_class TEXT, -- how it may be tried again
  error_code TEXT, -- of the table of errors
  error_message TEXT, -- what happened, without the text of the book
  provider TEXT, -- which provider it asks, for the limit of each
  idempotency_key TEXT NOT NULL, -- sent with a paid call, the same for each attempt
  created_at TEXT NOT NULL, -- when it was planned
  updated_at TEXT NOT NULL, -- last change
  started_at TEXT, -- last claim
  finished_at TEXT, -- end, good or bad
  UNIQUE (job_id, step, unit_key)
);
CREATE INDEX tasks_ready ON tasks (provider, priority, run_after, job_id, id) WHERE status = 'ready';
CREATE INDEX tasks_by_provider ON tasks (provider) WHERE status = 'running';
CREATE INDEX tasks_by_lease ON tasks (lease_until) WHERE status = 'running';
CREATE INDEX tasks_open ON tasks (job_id, step_index) WHERE status <> 'done';
CREATE INDEX tasks_by_step ON tasks (job_id, step, status);

-- One attempt at a task, append-only. Seed 000.
CREATE TABLE job_step_history (
  id TEXT NOT NULL PRIMARY KEY, -- derived from the task and its lease
  job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE, -- the job
  task_id TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE, -- the task
  step TEXT NOT NULL, -- what is made
  unit_key TEXT NOT NULL, -- of which piece
  attempt INTEGER NOT NULL CHECK (attempt >= 1), -- from 1
  status TEXT NOT NULL CHECK (status IN ('started', 'completed', 'failed', 'skipped')), -- how it went
  started_at TEXT NOT NULL, -- claim
  finished_at TEXT, -- end
  duration_ms BIGINT CHECK (duration_ms >= 0), -- milliseconds
  error_code TEXT, -- of the table of errors
  error_message TEXT, -- what happened
  metadata TEXT -- JSON of further figures
);
CREATE INDEX job_step_history_by_job ON job_step_history (job_id, started_at, id);
CREATE INDEX job_step_history_by_task ON job_step_history (task_id, attempt);

-- Outbox of what is to be told about jobs. Seed 000 by way of its reference.
CREATE TABLE job_notifications (
  id TEXT NOT NULL PRIMARY KEY, -- derived from job, status and attempt
  job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE, -- about which job
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- to whom
  status TEXT NOT NULL CHECK (status IN ('pending', 'processing', 'completed', 'failed', 'paused', 'cancelled')), -- what is told
  attempt INTEGER NOT NULL CHECK (attempt >= 0), -- of the job, so that a second failure is told too
  tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0), -- how often it was sent
  retry_at TEXT NOT NULL, -- not sent sooner than this
  delivered_at TEXT, -- when it arrived
  read_at TEXT, -- when the person saw it
  error_message TEXT, -- why it did not arrive
  created_at TEXT NOT NULL, -- when it happened
  UNIQUE (job_id, status, attempt)
);
CREATE INDEX job_notifications_by_user ON job_notifications (user_id, created_at, id);
CREATE INDEX job_notifications_to_send ON job_notifications (retry_at) WHERE delivered_at IS NULL;

-- A stretch of the book that is asked about at once, cut at borders of scenes and paragraphs. Seed 000.
CREATE TABLE chunks (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE, -- of which job
  novel_id TEXT NOT NULL REFERENCES novels (id) ON DELETE CASCADE, -- of which book
  chunk_index INTEGER NOT NULL CHECK (chunk_index >= 0), -- from 0, in reading order
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0), -- first unit
  end_offset INTEGER NOT NULL, -- behind the last one
  word_count INTEGER NOT NULL DEFAULT 0 CHECK (word_count >= 0), -- words or letters
  created_at TEXT NOT NULL, -- when it was cut
  CHECK (end_offset >= start_offset),
  UNIQUE (job_id, chunk_index)
);
CREATE INDEX chunks_by_novel ON chunks (novel_id);

-- A part of the comic with a title of its own. Seed 000.
CREATE TABLE episodes (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE, -- of which job
  novel_id TEXT NOT NULL REFERENCES novels (id) ON DELETE CASCADE, -- of which book
  episode_number INTEGER NOT NULL CHECK (episode_number >= 1), -- from 1
  title TEXT CHECK (length(title) <= 500), -- what it is called
  summary TEXT, -- what happens
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0), -- first unit of its text
  end_offset INTEGER NOT NULL, -- behind the last one
  start_panel_index INTEGER CHECK (start_panel_index >= 0), -- first panel, counted through the comic
  end_panel_index INTEGER CHECK (end_panel_index >= 0), -- behind the last one
  confidence DOUBLE PRECISION CHECK (confidence BETWEEN 0 AND 1), -- how sure the cut is
  created_at TEXT NOT NULL, -- when it was planned
  updated_at TEXT NOT NULL, -- last change
  CHECK (end_offset >= start_offset),
  UNIQUE (job_id, episode_number)
);
CREATE INDEX episodes_by_novel ON episodes (novel_id);

-- A page of the comic as a document. Seed 000 by way of its layouts.
CREATE TABLE pages (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE, -- of which job
  episode_id TEXT REFERENCES episodes (id) ON DELETE CASCADE, -- of which episode, null for cover, title and credits
  page_number INTEGER NOT NULL CHECK (page_number >= 0), -- 0 is the cover
  kind TEXT NOT NULL DEFAULT 'story' CHECK (kind IN ('cover', 'title', 'story', 'credits')), -- what it is for
  layout TEXT, -- name of its layout
  document TEXT NOT NULL, -- JSON of the page, versioned
  document_version INTEGER NOT NULL DEFAULT 1 CHECK (document_version >= 1), -- of the format of the document
  version_number INTEGER NOT NULL DEFAULT 1 CHECK (version_number >= 1), -- grows with each edit
  is_edited INTEGER NOT NULL DEFAULT 0 CHECK (is_edited IN (0, 1)), -- whether a person changed it
  panel_count INTEGER NOT NULL DEFAULT 0 CHECK (panel_count >= 0), -- how many panels
  start_offset INTEGER CHECK (start_offset >= 0), -- first unit of the text that it tells
  end_offset INTEGER, -- behind the last one
  image_file_id TEXT REFERENCES storage_files (id) ON DELETE SET NULL, -- its picture
  thumbnail_file_id TEXT REFERENCES storage_files (id) ON DELETE SET NULL, -- its small picture
  width INTEGER CHECK (width > 0), -- pixels of the picture
  height INTEGER CHECK (height > 0), -- pixels of the picture
  created_at TEXT NOT NULL, -- when it was laid out
  updated_at TEXT NOT NULL, -- last change
  CHECK (end_offset >= start_offset),
  UNIQUE (job_id, page_number)
);
CREATE INDEX pages_by_episode ON pages (episode_id, page_number);
CREATE INDEX pages_by_image_file ON pages (image_file_id);
CREATE INDEX pages_by_thumbnail_file ON pages (thumbnail_file_id);

-- An earlier version of a page, kept when it is edited. Added by the design.
CREATE TABLE page_versions (
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE, -- the page
  version_number INTEGER NOT NULL CHECK (version_number >= 1), -- which version
  document TEXT NOT NULL, -- JSON of the page as it was
  document_version INTEGER NOT NULL CHECK (document_version >= 1), -- of the format of the document
  created_at TEXT NOT NULL, -- when it was replaced
  PRIMARY KEY (page_id, version_number)
);

-- A panel of a page as a document. Seed 000 by way of its layouts.
CREATE TABLE panels (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE, -- on which page
  panel_number INTEGER NOT NULL CHECK (panel_number >= 1), -- from 1 on the page, in reading order
  panel_index INTEGER CHECK (panel_index >= 0), -- counted through the comic, from 0
  scene_id TEXT REFERENCES scenes (id) ON DELETE SET NULL, -- of which scene
  image_id TEXT REFERENCES images (id) ON DELETE SET NULL, -- the picture of a model, null where it is drawn by the built-in artist
  importance INTEGER CHECK (importance BETWEEN 1 AND 6), -- from 1 to 6
  document TEXT NOT NULL, -- JSON of the panel, versioned
  document_version INTEGER NOT NULL DEFAULT 1 CHECK (document_version >= 1), -- of the format of the document
  version_number INTEGER NOT NULL DEFAULT 1 CHECK (version_number >= 1), -- grows with each edit
  is_edited INTEGER NOT NULL DEFAULT 0 CHECK (is_edited IN (0, 1)), -- whether a person changed it
  start_offset INTEGER CHECK (start_offset >= 0), -- first unit of the text that it tells
  end_offset INTEGER, -- behind the last one
  created_at TEXT NOT NULL, -- when it was laid out
  updated_at TEXT NOT NULL, -- last change
  CHECK (end_offset >= start_offset),
  UNIQUE (page_id, panel_number)
);
CREATE INDEX panels_by_scene ON panels (scene_id);
CREATE INDEX panels_by_image ON panels (image_id);

-- A file that a person takes away. Seed 000.
CREATE TABLE outputs (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  novel_id TEXT REFERENCES novels (id) ON DELETE CASCADE, -- of which book, null for a vault
  job_id TEXT REFERENCES jobs (id) ON DELETE CASCADE, -- of which job
  output_type TEXT NOT NULL CHECK (output_type IN ('pdf', 'cbz', 'epub', 'illustrated_epub', 'images_zip', 'vault', 'png', 'webp', 'webtoon', 'website', 'report', 'picture_book', 'compendium')), -- what it is
  file_id TEXT REFERENCES storage_files (id) ON DELETE SET NULL, -- the file, null while it is made or when it is gone
  page_count INTEGER CHECK (page_count >= 0), -- pages in it
  settings TEXT NOT NULL DEFAULT '{}', -- JSON of what it was made with
  is_stale INTEGER NOT NULL DEFAULT 0 CHECK (is_stale IN (0, 1)), -- whether its pages changed since
  created_at TEXT NOT NULL, -- when it was made
  updated_at TEXT NOT NULL -- last change
);
CREATE INDEX outputs_by_user ON outputs (user_id, created_at, id);
CREATE INDEX outputs_by_novel ON outputs (novel_id);
CREATE INDEX outputs_by_job ON outputs (job_id);
CREATE INDEX outputs_by_file ON outputs (file_id);

-- A link that opens something to people who are not signed in. Seed 000 by way of its reference.
CREATE TABLE shares (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- who shares
  job_id TEXT REFERENCES jobs (id) ON DELETE CASCADE, -- a comic
  output_id TEXT REFERENCES outputs (id) ON DELETE CASCADE, -- a file
  token_hash TEXT NOT NULL UNIQUE, -- SHA-256 of the token of the link, in hex
  scope TEXT NOT NULL DEFAULT 'read' CHECK (scope IN ('read', 'download')), -- what it allows
  episode_numbers TEXT, -- JSON list of the episodes that are shown, null for all
  expires_at TEXT, -- null for never
  revoked_at TEXT, -- since when it is refused
  last_accessed_at TEXT, -- last visit
  created_at TEXT NOT NULL, -- when it was made
  updated_at TEXT NOT NULL -- last change
);
CREATE INDEX shares_by_user ON shares (user_id, created_at, id);
CREATE INDEX shares_by_job ON shares (job_id);
CREATE INDEX shares_by_output ON shares (output_id);

-- One call of a model and what it cost, append-only. Stays when its job is purged. Seed 000.
CREATE TABLE token_usage (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- who pays
  job_id TEXT REFERENCES jobs (id) ON DELETE SET NULL, -- for which job
  task_id TEXT REFERENCES tasks (id) ON DELETE SET NULL, -- for which task
  agent_name TEXT NOT NULL, -- what asked
  provider TEXT NOT NULL, -- who answered
  model TEXT NOT NULL, -- with which model
  prompt_tokens INTEGER NOT NULL DEFAULT 0 CHECK (prompt_tokens >= 0), -- sent
  completion_tokens INTEGER NOT NULL DEFAULT 0 CHECK (completion_tokens >= 0), -- received
  total_tokens INTEGER NOT NULL DEFAULT 0 CHECK (total_tokens >= 0), -- as the provider counts
  images INTEGER NOT NULL DEFAULT 0 CHECK (images >= 0), -- pictures received
  cost_micros BIGINT NOT NULL DEFAULT 0 CHECK (cost_micros >= 0), -- millionths of a dollar
  step_name TEXT, -- in which step
  chunk_index INTEGER CHECK (chunk_index >= 0), -- of which chunk
  episode_number INTEGER CHECK (episode_number >= 1), -- of which episode
  scene_id TEXT REFERENCES scenes (id) ON DELETE SET NULL, -- of which scene
  idempotency_key TEXT, -- of the call, so that it counts once
  created_at TEXT NOT NULL, -- when it was answered
  UNIQUE (user_id, idempotency_key)
);
CREATE INDEX token_usage_by_user ON token_usage (user_id, created_at, id);
CREATE INDEX token_usage_by_job ON token_usage (job_id, created_at);
CREATE INDEX token_usage_by_task ON token_usage (task_id);
CREATE INDEX token_usage_by_scene ON token_usage (scene_id);
CREATE INDEX token_usage_by_model ON token_usage (provider, model, created_at);
