-- Takes the rows of files away, the blobs stay in their store.
DROP TABLE storage_files;
