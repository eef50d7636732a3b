-- Files: every blob has one row here, with its owner. What a blob belongs to besides is added by the files that make novels and jobs.

-- A blob in a store, immutable. Its key is {category}/{user_id}/{id}.{ext} on every store. Seeds 000, 001.
CREATE TABLE storage_files (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  key TEXT NOT NULL UNIQUE CHECK (length(key) BETWEEN 1 AND 1000), -- where it lies in the store
  category TEXT NOT NULL CHECK (category IN ('novels', 'chunks', 'analysis', 'layouts', 'renders', 'outputs', 'audio', 'images', 'thumbnails', 'exports', 'backups')), -- first folder of the key
  name TEXT CHECK (length(name) BETWEEN 1 AND 255), -- sanitised file name for downloads
  mime TEXT NOT NULL CHECK (length(mime) BETWEEN 3 AND 255), -- type by content
  size BIGINT NOT NULL CHECK (size >= 0), -- bytes
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64), -- of the content, in hex
  artifact TEXT CHECK (length(artifact) BETWEEN 1 AND 100), -- what a task made, by the name that the pipeline gives it
  unit TEXT CHECK (length(unit) BETWEEN 1 AND 100), -- of which piece of the work
  created_at TEXT NOT NULL, -- when it was stored
  deleted_at TEXT -- since when it is to be swept
);
CREATE INDEX storage_files_by_user ON storage_files (user_id, created_at, id);
CREATE INDEX storage_files_by_category ON storage_files (user_id, category, created_at, id);
CREATE INDEX storage_files_by_content ON storage_files (user_id, sha256);
CREATE INDEX storage_files_by_size ON storage_files (user_id, size) WHERE deleted_at IS NULL;
CREATE INDEX storage_files_to_sweep ON storage_files (deleted_at) WHERE deleted_at IS NOT NULL;
