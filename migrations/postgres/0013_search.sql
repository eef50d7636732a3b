-- Search: the words of what a person can look for. The same as the portable file, with the order of bytes for what is compared.

-- A word of something that can be found, and how much it weighs there; made from the thing again at any time. Added by the design.
CREATE TABLE search_terms (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  kind TEXT NOT NULL CHECK (kind IN ('novel', 'infobase')), -- what is found
  term TEXT COLLATE "C" NOT NULL CHECK (length(term) BETWEEN 1 AND 40), -- a folded word, or one or two letters of a script without spaces
  thing_id TEXT COLLATE "C" NOT NULL, -- which one
  weight INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 100), -- more in a title than in a tag
  PRIMARY KEY (user_id, kind, term, thing_id)
);
CREATE INDEX search_terms_by_thing ON search_terms (user_id, kind, thing_id);
