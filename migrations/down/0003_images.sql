-- Takes the rows of pictures away, children first.
DROP TABLE prompts;
DROP TABLE album_images;
DROP TABLE albums;
DROP TABLE images;
