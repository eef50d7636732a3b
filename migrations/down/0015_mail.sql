-- Takes mail, invitations and the settings of the instance away; mail that was not sent is lost.
DROP INDEX shares_by_end;
DROP INDEX users_admins;
DROP INDEX api_tokens_revoked;
DROP INDEX api_tokens_by_end;
DROP INDEX api_keys_by_key;
DROP TABLE instance_settings;
DROP TABLE invitations;
DROP TABLE mails;
