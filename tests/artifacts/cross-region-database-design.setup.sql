CREATE TABLE orders (id uuid PRIMARY KEY, customer_id bigint, cents bigint);
CREATE TABLE order_line (order_id uuid REFERENCES orders, sku text, quantity int);
CREATE TABLE outbox (order_id uuid REFERENCES orders, event text);
CREATE TABLE stock (sku text PRIMARY KEY, free int);
INSERT INTO stock VALUES ('tea', 5);
CREATE TABLE confirmed (id uuid PRIMARY KEY);
INSERT INTO confirmed VALUES ('7d9f4a52-0c3e-4b8e-9a51-2f6c1d8e7b30');
