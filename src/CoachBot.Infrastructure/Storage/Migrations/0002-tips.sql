-- Which channels get a daily tip. Conversations without their thread; days as YYYY-MM-DD; lists as JSON.
CREATE TABLE tip_subscriptions (
  conversation TEXT NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  route TEXT NOT NULL,
  at_minute BIGINT NOT NULL,
  time_zone TEXT NOT NULL,
  days BIGINT NOT NULL,
  calendars TEXT NOT NULL,
  languages TEXT NOT NULL,
  roles TEXT NOT NULL,
  tags TEXT NOT NULL,
  paused BIGINT NOT NULL,
  skip_on TEXT,
  next_on TEXT,
  next_at BIGINT,
  created_by TEXT,
  created_at BIGINT NOT NULL,
  closed TEXT,
  version BIGINT NOT NULL
);
CREATE INDEX tip_subscriptions_next ON tip_subscriptions (next_at);

-- One row a subscription and day, in exactly one state (the numbers of TipState; below 4 it is open). An open row is free from free_at on:
-- when its retry is due, or when the claim of its worker runs out. in_doubt: a worker died while sending it.
CREATE TABLE tip_deliveries (
  subscription_id TEXT NOT NULL,
  local_date TEXT NOT NULL,
  due_at BIGINT NOT NULL,
  state BIGINT NOT NULL,
  free_at BIGINT NOT NULL,
  worker TEXT,
  attempts BIGINT NOT NULL,
  in_doubt BIGINT NOT NULL,
  case_id TEXT,
  message_id TEXT,
  reason TEXT,
  changed_at BIGINT NOT NULL,
  PRIMARY KEY (subscription_id, local_date)
);
CREATE INDEX tip_deliveries_open ON tip_deliveries (free_at) WHERE state < 4;
CREATE INDEX tip_deliveries_due ON tip_deliveries (due_at);

-- The tips that a conversation has had, with the last time.
CREATE TABLE tip_uses (
  conversation TEXT NOT NULL,
  case_id TEXT NOT NULL,
  used_at BIGINT NOT NULL,
  PRIMARY KEY (conversation, case_id)
);
