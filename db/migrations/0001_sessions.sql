-- Schema 1: scripts, candidates, sessions and their events. Tables are described in db/README.md.

CREATE TABLE script (
  key           INTEGER PRIMARY KEY,
  hash          BLOB    NOT NULL UNIQUE CHECK (length(hash) = 32),
  scenario      TEXT    NOT NULL,
  version       INTEGER NOT NULL,
  title         TEXT    NOT NULL,
  role          TEXT    NOT NULL,
  engine_schema INTEGER NOT NULL,
  loaded_at_ms  INTEGER NOT NULL,
  canonical     TEXT    NOT NULL
) STRICT;

CREATE TABLE candidate (
  key           INTEGER PRIMARY KEY,
  token_hash    BLOB    NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
  key             INTEGER PRIMARY KEY,
  id              BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  candidate       INTEGER NOT NULL REFERENCES candidate (key),
  script          INTEGER NOT NULL REFERENCES script (key),
  scenario        TEXT    NOT NULL,
  level           TEXT    NOT NULL,
  engine_revision INTEGER NOT NULL,
  seed            INTEGER NOT NULL,
  started_at_ms   INTEGER NOT NULL,
  parent          INTEGER REFERENCES session (key) ON DELETE SET NULL,
  parent_seq      INTEGER,
  -- The projection for lists: written when the session starts and when it ends, never by an answer.
  over            INTEGER NOT NULL DEFAULT 0 CHECK (over IN (0, 1)),
  ended_at_ms     INTEGER,
  verdict         TEXT,
  summary         TEXT,
  CHECK (over = (ended_at_ms IS NOT NULL)),
  CHECK (over = (verdict IS NOT NULL)),
  CHECK (over = (summary IS NOT NULL))
) STRICT;

-- One index for each filter of a list, for one candidate and for the owner of the data folder. All
-- end in the key by which a list is ordered and continued.
CREATE INDEX session_of_candidate ON session (candidate, started_at_ms, id);
CREATE INDEX session_of_candidate_by_scenario ON session (candidate, scenario, started_at_ms, id);
CREATE INDEX session_of_candidate_by_over ON session (candidate, over, started_at_ms, id);
CREATE INDEX session_of_candidate_by_verdict ON session (candidate, verdict, started_at_ms, id)
  WHERE verdict IS NOT NULL;
CREATE INDEX session_by_start ON session (started_at_ms, id);
CREATE INDEX session_by_scenario ON session (scenario, started_at_ms, id);
CREATE INDEX session_by_over ON session (over, started_at_ms, id);
CREATE INDEX session_by_verdict ON session (verdict, started_at_ms, id) WHERE verdict IS NOT NULL;
-- Deleting a session must find its attempts.
CREATE INDEX session_by_parent ON session (parent) WHERE parent IS NOT NULL;

-- A rowid table with an index, not WITHOUT ROWID: events of many sessions arrive interleaved, and
-- appending to the end of one tree writes four times as many rows a second as clustering by session.
CREATE TABLE event (
  session    INTEGER NOT NULL REFERENCES session (key) ON DELETE CASCADE,
  seq        INTEGER NOT NULL,
  at_ms      INTEGER NOT NULL,
  elapsed_ms INTEGER NOT NULL,
  kind       TEXT    NOT NULL,
  answer_id  TEXT,
  payload    TEXT    NOT NULL,
  hash       BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE UNIQUE INDEX event_by_seq ON event (session, seq);
CREATE UNIQUE INDEX event_by_answer ON event (session, answer_id) WHERE answer_id IS NOT NULL;
