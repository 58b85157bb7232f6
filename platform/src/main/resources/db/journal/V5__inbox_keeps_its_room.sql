-- What is taken from the inbox is swept every few seconds. To give its room back to the file system each time, and take it
-- again, cost the events that came next, which also had to wait while it was given back.
alter table inbox set (vacuum_truncate = off);
