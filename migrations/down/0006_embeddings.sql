-- Takes the vectors away.
DROP TABLE setting_embeddings;
DROP TABLE character_embeddings;
