CREATE TABLE declarations (
    id text PRIMARY KEY,
    queued_at timestamptz NOT NULL,
    answered_at timestamptz
);
INSERT INTO declarations (id, queued_at, answered_at) VALUES
    ('accepted at once', now() - interval '2 days', now() - interval '2 days' + interval '1 second'),
    ('answered after two hours', now() - interval '3 days', now() - interval '3 days' + interval '2 hours'),
    ('never answered', now() - interval '4 days', NULL),
    ('refused for its content', now() - interval '5 days', now() - interval '5 days' + interval '2 seconds'),
    ('still pending', now() - interval '10 minutes', NULL),
    ('older than the window', now() - interval '91 days', NULL);
