-- Takes the accounts away, children first.
DROP TABLE consents;
DROP TABLE user_settings;
DROP TABLE api_keys;
DROP TABLE api_tokens;
DROP TABLE authenticators;
DROP TABLE verification_tokens;
DROP TABLE sessions;
DROP TABLE accounts;
DROP TABLE users;
