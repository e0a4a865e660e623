CREATE TABLE incidents (
    id int PRIMARY KEY,
    started_at timestamptz NOT NULL,
    detected_at timestamptz,
    engaged_at timestamptz,
    mitigated_at timestamptz,
    users_affected int NOT NULL
);
INSERT INTO incidents VALUES
    (1, '2026-07-03 10:00', '2026-07-03 10:02', '2026-07-03 10:04', '2026-07-03 10:09', 4000),
    (2, '2026-07-10 14:00', '2026-07-10 14:03', '2026-07-10 14:05', '2026-07-10 14:14', 9000),
    (3, '2026-08-21 02:00', '2026-08-21 07:10', '2026-08-21 07:25', '2026-08-21 08:15', 30000),
    (4, '2026-09-30 23:00', '2026-09-30 23:04', NULL, NULL, 500);
