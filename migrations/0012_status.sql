-- Status of the work, by seed 000: what was a table of its own there is read from the tasks. Where the tasks of a job are purged, or were never there, its counters say how many units it had and how many are done, the first ones.

-- The digits from 0 to 9, of which the views below make numbers. Added by the design.
CREATE VIEW decimal_digits AS
WITH digits (digit) AS (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))
SELECT
  digits.digit AS digit -- INTEGER NOT NULL: from 0 to 9
FROM digits;

-- Which chunks of a job are analysed. Seed 000.
CREATE VIEW chunk_analysis_status AS
SELECT
  tasks.id AS id, -- TEXT NOT NULL: of the task, or made of the job and the number where the tasks are purged
  jobs.user_id AS user_id, -- TEXT NOT NULL: whose it is
  tasks.job_id AS job_id, -- TEXT NOT NULL: the job
  CASE WHEN tasks.unit_key LIKE 'k%' THEN CAST(substr(tasks.unit_key, 2) AS INTEGER) - 1 END AS chunk_index, -- INTEGER NOT NULL: from 0
  CASE WHEN tasks.status = 'done' THEN 1 ELSE 0 END AS is_analyzed, -- INTEGER NOT NULL: 1 where it is
  storage_files.key AS analysis_path, -- TEXT: key of the file
  CASE WHEN tasks.status = 'done' THEN tasks.finished_at END AS analyzed_at, -- TEXT: when
  CASE WHEN tasks.attempts > 1 THEN tasks.attempts - 1 ELSE 0 END AS retry_count, -- INTEGER NOT NULL: attempts behind the first
  tasks.error_message AS last_error -- TEXT: what happened last
FROM tasks
JOIN jobs ON jobs.id = tasks.job_id
LEFT JOIN storage_files ON storage_files.job_id = tasks.job_id AND storage_files.artifact = 'analysis' AND storage_files.unit = tasks.unit_key AND storage_files.deleted_at IS NULL
WHERE tasks.step = 'analysis' AND tasks.unit_key LIKE 'k%'
UNION ALL
SELECT
  jobs.id || ':k' || CAST((thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit) + 1 AS TEXT),
  jobs.user_id,
  jobs.id,
  (thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit),
  CASE WHEN (thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit) < jobs.chunks_done THEN 1 ELSE 0 END,
  NULL,
  CASE WHEN (thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit) < jobs.chunks_done THEN jobs.completed_at END,
  0,
  NULL
FROM jobs
JOIN decimal_digits AS thousands ON thousands.digit * 1000 < jobs.chunks_total
JOIN decimal_digits AS hundreds ON thousands.digit * 1000 + hundreds.digit * 100 < jobs.chunks_total
JOIN decimal_digits AS tens ON thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 < jobs.chunks_total
JOIN decimal_digits AS ones ON thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit < jobs.chunks_total
WHERE NOT EXISTS (SELECT 1 FROM tasks WHERE tasks.job_id = jobs.id);

-- Which episodes of a job are laid out. Seed 000.
CREATE VIEW layout_status AS
SELECT
  tasks.id AS id, -- TEXT NOT NULL: of the task, or made of the job and the number where the tasks are purged
  jobs.user_id AS user_id, -- TEXT NOT NULL: whose it is
  tasks.job_id AS job_id, -- TEXT NOT NULL: the job
  CASE WHEN tasks.unit_key LIKE 'e%' THEN CAST(substr(tasks.unit_key, 2) AS INTEGER) END AS episode_number, -- INTEGER NOT NULL: from 1
  CASE WHEN tasks.status = 'done' THEN 1 ELSE 0 END AS is_generated, -- INTEGER NOT NULL: 1 where it is
  storage_files.key AS layout_path, -- TEXT: key of the file, null where pages are rows
  (SELECT count(*) FROM pages JOIN episodes ON episodes.id = pages.episode_id WHERE episodes.job_id = tasks.job_id AND 'e' || CAST(episodes.episode_number AS TEXT) = tasks.unit_key) AS total_pages, -- INTEGER NOT NULL: pages of the episode
  (SELECT coalesce(sum(pages.panel_count), 0) FROM pages JOIN episodes ON episodes.id = pages.episode_id WHERE episodes.job_id = tasks.job_id AND 'e' || CAST(episodes.episode_number AS TEXT) = tasks.unit_key) AS total_panels, -- INTEGER NOT NULL: panels of the episode
  CASE WHEN tasks.status = 'done' THEN tasks.finished_at END AS generated_at, -- TEXT: when
  CASE WHEN tasks.attempts > 1 THEN tasks.attempts - 1 ELSE 0 END AS retry_count, -- INTEGER NOT NULL: attempts behind the first
  tasks.error_message AS last_error -- TEXT: what happened last
FROM tasks
JOIN jobs ON jobs.id = tasks.job_id
LEFT JOIN storage_files ON storage_files.job_id = tasks.job_id AND storage_files.artifact = 'pages' AND storage_files.unit = tasks.unit_key AND storage_files.deleted_at IS NULL
WHERE tasks.step = 'layout' AND tasks.unit_key LIKE 'e%'
UNION ALL
SELECT
  jobs.id || ':e' || CAST((thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit) + 1 AS TEXT),
  jobs.user_id,
  jobs.id,
  (thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit) + 1,
  CASE WHEN (thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit) < jobs.episodes_done THEN 1 ELSE 0 END,
  NULL,
  (SELECT count(*) FROM pages JOIN episodes ON episodes.id = pages.episode_id WHERE episodes.job_id = jobs.id AND episodes.episode_number = (thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit) + 1),
  (SELECT coalesce(sum(pages.panel_count), 0) FROM pages JOIN episodes ON episodes.id = pages.episode_id WHERE episodes.job_id = jobs.id AND episodes.episode_number = (thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit) + 1),
  CASE WHEN (thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit) < jobs.episodes_done THEN jobs.completed_at END,
  0,
  NULL
FROM jobs
JOIN decimal_digits AS thousands ON thousands.digit * 1000 < jobs.episodes_total
JOIN decimal_digits AS hundreds ON thousands.digit * 1000 + hundreds.digit * 100 < jobs.episodes_total
JOIN decimal_digits AS tens ON thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 < jobs.episodes_total
JOIN decimal_digits AS ones ON thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit < jobs.episodes_total
WHERE NOT EXISTS (SELECT 1 FROM tasks WHERE tasks.job_id = jobs.id);

-- Which pages of a job are drawn. Seed 000.
CREATE VIEW render_status AS
SELECT
  tasks.id AS id, -- TEXT NOT NULL: of the task, or made of the job and the number where the tasks are purged
  jobs.user_id AS user_id, -- TEXT NOT NULL: whose it is
  tasks.job_id AS job_id, -- TEXT NOT NULL: the job
  episodes.episode_number AS episode_number, -- INTEGER: null for cover, title and credits
  CASE WHEN tasks.unit_key LIKE 'page-%' THEN CAST(substr(tasks.unit_key, 6) AS INTEGER) END AS page_number, -- INTEGER NOT NULL: 0 is the cover
  CASE WHEN tasks.status = 'done' THEN 1 ELSE 0 END AS is_rendered, -- INTEGER NOT NULL: 1 where it is
  coalesce(image.key, print.key) AS image_path, -- TEXT: key of the picture
  thumbnail.key AS thumbnail_path, -- TEXT: key of the small picture
  pages.width AS width, -- INTEGER: pixels
  pages.height AS height, -- INTEGER: pixels
  coalesce(image.size, print.size) AS file_size, -- BIGINT: bytes of the picture
  CASE WHEN tasks.status = 'done' THEN tasks.finished_at END AS rendered_at, -- TEXT: when
  CASE WHEN tasks.attempts > 1 THEN tasks.attempts - 1 ELSE 0 END AS retry_count, -- INTEGER NOT NULL: attempts behind the first
  tasks.error_message AS last_error -- TEXT: what happened last
FROM tasks
JOIN jobs ON jobs.id = tasks.job_id
LEFT JOIN pages ON pages.job_id = tasks.job_id AND pages.page_number = CASE WHEN tasks.unit_key LIKE 'page-%' THEN CAST(substr(tasks.unit_key, 6) AS INTEGER) END
LEFT JOIN episodes ON episodes.id = pages.episode_id
LEFT JOIN storage_files AS image ON image.id = pages.image_file_id
LEFT JOIN storage_files AS thumbnail ON thumbnail.id = pages.thumbnail_file_id
LEFT JOIN storage_files AS print ON print.job_id = tasks.job_id AND print.artifact = 'print' AND print.unit = tasks.unit_key AND print.deleted_at IS NULL
WHERE tasks.step = 'render' AND tasks.unit_key LIKE 'page-%'
UNION ALL
SELECT
  jobs.id || ':page-' || CAST((thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit) AS TEXT),
  jobs.user_id,
  jobs.id,
  episodes.episode_number,
  (thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit),
  CASE WHEN (thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit) < jobs.pages_done THEN 1 ELSE 0 END,
  image.key,
  thumbnail.key,
  pages.width,
  pages.height,
  image.size,
  CASE WHEN (thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit) < jobs.pages_done THEN jobs.completed_at END,
  0,
  NULL
FROM jobs
JOIN decimal_digits AS thousands ON thousands.digit * 1000 < jobs.pages_total
JOIN decimal_digits AS hundreds ON thousands.digit * 1000 + hundreds.digit * 100 < jobs.pages_total
JOIN decimal_digits AS tens ON thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 < jobs.pages_total
JOIN decimal_digits AS ones ON thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit < jobs.pages_total
LEFT JOIN pages ON pages.job_id = jobs.id AND pages.page_number = (thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit)
LEFT JOIN episodes ON episodes.id = pages.episode_id
LEFT JOIN storage_files AS image ON image.id = pages.image_file_id
LEFT JOIN storage_files AS thumbnail ON thumbnail.id = pages.thumbnail_file_id
WHERE NOT EXISTS (SELECT 1 FROM tasks WHERE tasks.job_id = jobs.id);
