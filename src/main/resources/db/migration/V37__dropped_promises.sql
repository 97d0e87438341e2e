-- A promise that stopped because nobody waits for it any more is not kept: withdrawn, declined, or settled by another ticket
ALTER TABLE ticket_clock ADD COLUMN IF NOT EXISTS dropped boolean DEFAULT FALSE NOT NULL;
UPDATE ticket_clock SET dropped = TRUE
WHERE stopped_at IS NOT NULL AND EXISTS (
    SELECT 1 FROM ticket_timeline l
    WHERE l.ticket_id = ticket_clock.ticket_id AND l.at = ticket_clock.stopped_at
        AND l.event IN ('withdrawn', 'declined', 'following'));
