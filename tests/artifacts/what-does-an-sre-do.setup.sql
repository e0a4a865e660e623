CREATE TABLE time_log (team text NOT NULL, day date NOT NULL, kind text NOT NULL, hours numeric NOT NULL);
INSERT INTO time_log VALUES
    ('shop-sre', current_date - 91, 'toil', 30), ('shop-sre', current_date - 1, 'toil', 30),
    ('shop-sre', current_date - 7, 'engineering', 30), ('shop-sre', current_date - 3, 'overhead', 10),
    ('shop-sre', current_date - 92, 'toil', 500), ('other', current_date - 1, 'toil', 500);
