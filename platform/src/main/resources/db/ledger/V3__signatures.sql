-- What organisations sign with: public halves only. The private ones lie in the key ring.
create table organisation_key (
    id           text primary key,
    organisation text        not null,
    serial       integer     not null,
    ed25519      text        not null,
    sm2          text        not null,
    held_from    timestamptz not null,
    held_until   timestamptz,
    state        text        not null,
    unique (organisation, serial)
);
create unique index organisation_key_holds on organisation_key (organisation) where held_until is null;

-- What an organisation signed: the acts of its people that were taken in together, by the number of the first.
create table signature (
    first        bigint primary key,
    organisation text not null,
    note         text not null
);

-- Which entries are acts, of whom, and under which signature.
create table act (
    number    bigint primary key,
    staff     text not null,
    signature bigint
);
create index act_staff on act (staff, number);
create index act_signature on act (signature, number) where signature is not null;
