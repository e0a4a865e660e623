CREATE TABLE declarations (
    id text PRIMARY KEY,
    first_sent_at timestamptz NOT NULL,
    accepted_at timestamptz,
    rejected boolean NOT NULL DEFAULT false
);
INSERT INTO declarations (id, first_sent_at, accepted_at, rejected) VALUES
    ('accepted at once', now() - interval '2 days', now() - interval '2 days' + interval '1 second', false),
    ('accepted after two hours', now() - interval '3 days', now() - interval '3 days' + interval '2 hours', false),
    ('never accepted', now() - interval '4 days', NULL, false),
    ('rejected for its content', now() - interval '5 days', NULL, true),
    ('still pending', now() - interval '10 minutes', NULL, false),
    ('older than the window', now() - interval '91 days', NULL, false);
