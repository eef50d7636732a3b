-- Takes the coins away, balances of users stay.
DROP TABLE price_list;
DROP TABLE coin_codes;
DROP TABLE coin_ledger;
