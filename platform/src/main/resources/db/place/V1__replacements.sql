-- Layers of areas imported over those of the district package, whole and as they came, in the order they were taken.
create table replacement (
    number    bigint generated always as identity primary key,
    layer     text        not null,
    starts_on date        not null,
    taken_at  timestamptz not null,
    taken_by  text        not null,
    body      text        not null,
    -- Two people replacing one layer from one day: one wins, the other is told.
    unique (layer, starts_on)
);
