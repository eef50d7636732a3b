-- Takes the novels and what was found in them away, children first.
DROP TABLE corrections;
DROP TABLE quotes;
DROP TABLE scene_characters;
DROP TABLE character_relations;
DROP TABLE places;
DROP TABLE character_changes;
DROP TABLE characters;
DROP TABLE scenes;
DROP TABLE chapters;
DROP INDEX storage_files_by_novel;
ALTER TABLE storage_files DROP COLUMN novel_id;
DROP TABLE novels;
