-- The shelf: every order of a long list has an index that ends with its page, and words are weighed without looking at their rows.

CREATE INDEX novels_by_author ON novels (user_id, coalesce(author, '~'), title, id) WHERE archived_at IS NULL;
CREATE INDEX novels_in_trash ON novels (user_id, created_at, id) WHERE archived_at IS NOT NULL;
CREATE INDEX novels_by_series ON novels (user_id, series) WHERE series IS NOT NULL;
CREATE INDEX search_terms_ranked ON search_terms (user_id, kind, term, thing_id, weight);
