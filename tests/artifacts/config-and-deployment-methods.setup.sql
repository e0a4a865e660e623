CREATE TABLE rollouts (
    applied_at timestamptz NOT NULL,
    service text NOT NULL,
    zone text NOT NULL,
    change text NOT NULL,
    author text NOT NULL
);
INSERT INTO rollouts VALUES
    (now() - interval '5 minutes', 'checkout', 'a', '4f2a91c', 'ana'),
    (now() - interval '3 hours', 'search', 'b', '90bd113', 'li');
