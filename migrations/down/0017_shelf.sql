-- Takes the indexes away; nothing is lost with them.
DROP INDEX novels_by_author;
DROP INDEX novels_in_trash;
DROP INDEX novels_by_series;
DROP INDEX search_terms_ranked;
