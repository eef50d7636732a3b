-- Takes the words away; they can be made again.
DROP TABLE search_terms;
