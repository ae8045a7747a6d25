-- Everything the bot remembers. Times are milliseconds since 1970, truth values 0 and 1, keys of people and conversations
-- channel|tenant|id and channel|tenant|conversation|thread.

-- Messages from before they are acknowledged until every reply has its end: 0 waiting, 1 claimed, 2 answered, 3 in doubt, 4 failed.
-- A mark names the call that wrote a row: after a broken connection the same call may come again and finds its own row.
CREATE TABLE inbox (
  id TEXT NOT NULL PRIMARY KEY,
  state BIGINT NOT NULL,
  free_at BIGINT NOT NULL,
  worker TEXT,
  mark TEXT NOT NULL,
  person TEXT NOT NULL,
  conversation TEXT NOT NULL,
  personal BIGINT NOT NULL,
  message TEXT NOT NULL,
  stored_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX inbox_open ON inbox (free_at) WHERE state < 2;
CREATE INDEX inbox_person ON inbox (person);
CREATE INDEX inbox_ended ON inbox (state, ended_at);

-- The sends of a message: 0 begun, 1 sent, 2 to be tried again, 3 unknown, 4 refused, 5 gone.
CREATE TABLE inbox_sends (
  inbox_id TEXT NOT NULL,
  send TEXT NOT NULL,
  state BIGINT NOT NULL,
  mark TEXT NOT NULL,
  reason TEXT,
  message_id TEXT,
  begun_at BIGINT NOT NULL,
  ended_at BIGINT,
  PRIMARY KEY (inbox_id, send)
);

CREATE TABLE conversations (
  conversation TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE INDEX conversations_changed ON conversations (changed_at);

CREATE TABLE preferences (
  person TEXT NOT NULL PRIMARY KEY,
  chosen TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);

CREATE TABLE questions (
  id TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL,
  channel TEXT NOT NULL,
  conversation TEXT NOT NULL,
  route TEXT NOT NULL,
  text TEXT NOT NULL,
  outcome BIGINT NOT NULL,
  case_id TEXT,
  pack TEXT NOT NULL,
  language TEXT NOT NULL,
  score DOUBLE PRECISION NOT NULL,
  nearest TEXT NOT NULL,
  latency BIGINT NOT NULL,
  asked_at BIGINT NOT NULL
);
CREATE INDEX questions_asked ON questions (asked_at);
CREATE INDEX questions_person ON questions (person, asked_at);

-- Which message of the bot answered which question.
CREATE TABLE question_messages (
  channel TEXT NOT NULL,
  message_id TEXT NOT NULL,
  question_id TEXT NOT NULL,
  PRIMARY KEY (channel, message_id)
);
CREATE INDEX question_messages_question ON question_messages (question_id);

CREATE TABLE feedback (
  question_id TEXT NOT NULL,
  person TEXT NOT NULL,
  helpful BIGINT NOT NULL,
  reason BIGINT,
  given_at BIGINT NOT NULL,
  PRIMARY KEY (question_id, person)
);
CREATE INDEX feedback_given ON feedback (given_at);
CREATE INDEX feedback_person ON feedback (person);

CREATE TABLE gaps (
  question_id TEXT NOT NULL PRIMARY KEY,
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  cause BIGINT NOT NULL,
  nearest_case TEXT,
  opened_at BIGINT NOT NULL,
  expert_answer TEXT,
  answered_at BIGINT
);
CREATE INDEX gaps_opened ON gaps (opened_at);

CREATE TABLE expert_questions (
  question_id TEXT NOT NULL PRIMARY KEY,
  mark TEXT NOT NULL,
  asker TEXT NOT NULL,
  conversation TEXT NOT NULL,
  route TEXT NOT NULL,
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  nearest TEXT NOT NULL,
  asked_at BIGINT NOT NULL
);
CREATE INDEX expert_questions_asker ON expert_questions (asker);

CREATE TABLE expert_threads (
  thread TEXT NOT NULL PRIMARY KEY,
  question_id TEXT NOT NULL
);
CREATE INDEX expert_threads_question ON expert_threads (question_id);

CREATE TABLE installations (
  conversation TEXT NOT NULL PRIMARY KEY,
  route TEXT NOT NULL,
  scope BIGINT NOT NULL,
  installed_by TEXT,
  seen_at BIGINT NOT NULL
);

-- Sealed with the key of the settings; worthless without it.
CREATE TABLE secrets (
  name TEXT NOT NULL PRIMARY KEY,
  sealed {blob} NOT NULL,
  changed_at BIGINT NOT NULL
);

-- The states of the pack that were in use; the newest with their content, so that another machine can take it over.
CREATE TABLE knowledge_revisions (
  number BIGINT NOT NULL PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  cases BIGINT NOT NULL,
  content {blob},
  made_at BIGINT NOT NULL
);
CREATE INDEX knowledge_revisions_fingerprint ON knowledge_revisions (fingerprint);

-- When each case came, changed, or went (an empty fingerprint).
CREATE TABLE case_revisions (
  case_id TEXT NOT NULL,
  revision BIGINT NOT NULL,
  fingerprint TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  PRIMARY KEY (case_id, revision)
);
