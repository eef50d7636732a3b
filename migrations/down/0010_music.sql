-- Takes music and notes away, children first.
DROP TABLE project_clips;
DROP TABLE chord_progressions;
DROP TABLE lane_templates;
DROP TABLE infobase_entries;
DROP TABLE reference_tracks;
DROP TABLE reference_libraries;
DROP TABLE project_versions;
DROP TABLE projects;
