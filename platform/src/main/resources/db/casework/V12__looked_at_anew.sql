-- Two more things are told by time: the end of the shift of whoever was asked to look at a case, and a first contact that
-- nobody made. What waits for either is looked at once, and then says itself when to look again.
UPDATE casework.case_file SET due_at = least(due_at, now())
WHERE NOT ended AND (
    file #>> '{course,waiting,errand,until}' IS NOT NULL
    OR (file #>> '{course,result,contact,dueAt}' IS NOT NULL AND file #>> '{course,result,contact,at}' IS NULL));
