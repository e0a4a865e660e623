CREATE TABLE basket_item (basket_id bigint, sku text, quantity int);
CREATE TABLE payment (key uuid PRIMARY KEY, order_id bigint, cents bigint);
