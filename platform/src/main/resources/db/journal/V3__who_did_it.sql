-- Staff id of the person whose act it was, for whoever has to know and need not read the event. What is proven stands in the payload.
alter table inbox add column staff text;
alter table entry add column staff text;
