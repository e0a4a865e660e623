CREATE TABLE customer (id bigint PRIMARY KEY, address text);
INSERT INTO customer VALUES (42, '1 Old Road');
