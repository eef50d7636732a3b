-- Takes the illustrated editions away, children first.
DROP VIEW settings;
DROP TABLE bookmarks;
DROP TABLE reading_progress;
DROP TABLE storyboard_history;
DROP TABLE storyboards;
DROP INDEX shares_by_vivid_page;
ALTER TABLE shares DROP COLUMN vivid_page_id;
DROP INDEX outputs_by_vivid_page;
ALTER TABLE outputs DROP COLUMN vivid_page_id;
DROP INDEX jobs_by_vivid_page;
ALTER TABLE jobs DROP COLUMN vivid_page_id;
DROP TABLE vivid_pages;
