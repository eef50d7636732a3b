-- Takes the views away, what they show stays.
DROP VIEW render_status;
DROP VIEW layout_status;
DROP VIEW chunk_analysis_status;
DROP VIEW decimal_digits;
