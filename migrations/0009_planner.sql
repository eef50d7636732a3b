-- Planner: what happened is the truth, and everything else is made from it again by replaying. Days are dates in the time zone of the person.

-- Something that happened, append-only: the source of truth. Seed 001.
CREATE TABLE log_events (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- to whom
  sequence BIGINT NOT NULL CHECK (sequence >= 1), -- from 1 for each person, without gaps
  event_type TEXT NOT NULL CHECK (length(event_type) BETWEEN 1 AND 100), -- such as quest.completed
  event_version INTEGER NOT NULL DEFAULT 1 CHECK (event_version >= 1), -- of the payload
  payload TEXT NOT NULL, -- JSON
  timestamp TEXT NOT NULL, -- when it happened, by the device
  domain_id TEXT CHECK (length(domain_id) <= 100), -- producing, focus …
  device_id TEXT CHECK (length(device_id) <= 100), -- where
  idempotency_key TEXT CHECK (length(idempotency_key) <= 255), -- the same key happens once
  undoes_id TEXT REFERENCES log_events (id) ON DELETE CASCADE, -- the event that this one takes back
  created_at TEXT NOT NULL, -- when it was written
  UNIQUE (user_id, sequence),
  UNIQUE (user_id, idempotency_key)
);
CREATE INDEX log_events_by_type ON log_events (user_id, event_type, timestamp);
CREATE INDEX log_events_by_time ON log_events (user_id, timestamp, id);
CREATE INDEX log_events_by_domain ON log_events (user_id, domain_id, timestamp);
CREATE INDEX log_events_by_undone ON log_events (undoes_id);

-- What a day asks for again and again. Seed 001.
CREATE TABLE schedule_rules (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255), -- given by the person
  description TEXT, -- in sentences
  domain_id TEXT NOT NULL CHECK (length(domain_id) <= 100), -- producing, focus …
  enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)), -- 0 is paused
  recurrence TEXT NOT NULL CHECK (recurrence IN ('daily', 'weekly', 'monthly', 'custom', 'after_completion')), -- how it recurs
  days_of_week TEXT, -- JSON list, 0 is Sunday
  day_of_month INTEGER CHECK (day_of_month BETWEEN -31 AND 31), -- from 1, or from the end with -1
  custom_cron TEXT, -- cron of five fields
  recurrence_rule TEXT, -- RRULE of RFC 5545
  time_zone TEXT, -- IANA name, null for the one of the person
  starts_on TEXT, -- first day
  ends_on TEXT, -- last day, null for never
  quest_template TEXT NOT NULL, -- JSON of the quests that it makes
  last_occurrence_on TEXT, -- last day for which a quest was made
  created_at TEXT NOT NULL, -- when it was made
  updated_at TEXT NOT NULL, -- last change
  content_hash TEXT NOT NULL -- h1: and SHA-256 of all that a person can edit
);
CREATE INDEX schedule_rules_by_user ON schedule_rules (user_id, created_at, id);
CREATE INDEX schedule_rules_enabled ON schedule_rules (last_occurrence_on) WHERE enabled = 1;

-- Something to do. Seed 001.
CREATE TABLE quests (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7, or the hash of rule and date for an occurrence
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500), -- what to do
  description TEXT, -- in sentences
  domain_id TEXT NOT NULL CHECK (length(domain_id) <= 100), -- producing, focus …
  status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'in-progress', 'completed', 'deferred', 'cancelled')), -- how far it is
  priority TEXT NOT NULL DEFAULT 'medium' CHECK (priority IN ('low', 'medium', 'high', 'critical')), -- how much it matters
  due_date TEXT, -- day, or moment in UTC
  estimate_minutes INTEGER CHECK (estimate_minutes >= 0), -- how long it may take
  checklist TEXT, -- JSON list of steps
  links TEXT, -- JSON list of books, images and projects
  tags TEXT, -- JSON list
  xp_value INTEGER NOT NULL DEFAULT 0 CHECK (xp_value >= 0), -- experience that it brings
  parent_id TEXT REFERENCES quests (id) ON DELETE SET NULL, -- the quest that it is part of
  rule_id TEXT REFERENCES schedule_rules (id) ON DELETE SET NULL, -- the rule that made it
  occurs_on TEXT, -- for which day the rule made it
  created_at TEXT NOT NULL, -- when it was made
  updated_at TEXT NOT NULL, -- last change
  completed_at TEXT, -- when it was done
  content_hash TEXT NOT NULL, -- h1: and SHA-256 of all that a person can edit
  imported_hash TEXT, -- as it came from elsewhere
  UNIQUE (rule_id, occurs_on)
);
CREATE INDEX quests_by_user ON quests (user_id, created_at, id);
CREATE INDEX quests_by_status ON quests (user_id, status, due_date);
CREATE INDEX quests_by_domain ON quests (user_id, domain_id, created_at);
CREATE INDEX quests_due ON quests (user_id, due_date) WHERE status IN ('pending', 'in-progress');
CREATE INDEX quests_by_parent ON quests (parent_id);

-- A day, a session or a week to start from. Seed 001.
CREATE TABLE plan_templates (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255), -- given by the person
  description TEXT, -- in sentences
  domain_id TEXT NOT NULL CHECK (length(domain_id) <= 100), -- producing, focus …
  template_type TEXT NOT NULL CHECK (template_type IN ('day', 'session', 'week')), -- what it plans
  quest_templates TEXT NOT NULL, -- JSON list
  tags TEXT, -- JSON list
  estimated_duration INTEGER CHECK (estimated_duration >= 0), -- seconds
  created_at TEXT NOT NULL, -- when it was made
  updated_at TEXT NOT NULL, -- last change
  content_hash TEXT NOT NULL -- h1: and SHA-256 of all that a person can edit
);
CREATE INDEX plan_templates_by_user ON plan_templates (user_id, created_at, id);
CREATE INDEX plan_templates_by_type ON plan_templates (user_id, template_type);

-- What a person has planned for a day. Added by the design.
CREATE TABLE daily_plans (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  plan_date TEXT NOT NULL, -- the day, as YYYY-MM-DD
  template_id TEXT REFERENCES plan_templates (id) ON DELETE SET NULL, -- from which template
  items TEXT NOT NULL DEFAULT '[]', -- JSON list of quests in order
  notes TEXT, -- written by the person
  created_at TEXT NOT NULL, -- when it was made
  updated_at TEXT NOT NULL, -- last change
  UNIQUE (user_id, plan_date)
);
CREATE INDEX daily_plans_by_template ON daily_plans (template_id);

-- What a person has learnt, one row each. Seed 001.
CREATE TABLE skill_trees (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL UNIQUE REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1), -- of the shape of nodes
  nodes TEXT NOT NULL, -- JSON
  total_xp INTEGER NOT NULL DEFAULT 0 CHECK (total_xp >= 0), -- experience in all
  achievements TEXT, -- JSON list
  updated_at TEXT NOT NULL, -- last change
  content_hash TEXT NOT NULL -- h1: and SHA-256 of all that a person can edit
);

-- Why something was earned, append-only. What was paid for it stands in coin_ledger. Seed 001.
CREATE TABLE reward_ledger (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- who earned it
  domain_id TEXT NOT NULL CHECK (length(domain_id) <= 100), -- producing, focus …
  reward_type TEXT NOT NULL CHECK (reward_type IN ('xp', 'achievement', 'streak', 'milestone', 'coins')), -- what was earned
  amount INTEGER NOT NULL, -- how much, less than 0 where it is taken back
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500), -- what a person reads
  source_event_id TEXT REFERENCES log_events (id) ON DELETE SET NULL, -- by which event
  metadata TEXT, -- JSON
  created_at TEXT NOT NULL, -- when
  UNIQUE (source_event_id, reward_type, reason)
);
CREATE INDEX reward_ledger_by_user ON reward_ledger (user_id, created_at, id);
CREATE INDEX reward_ledger_by_type ON reward_ledger (user_id, reward_type, created_at);

-- A stretch of attention. Seed 001.
CREATE TABLE focus_sessions (
  id TEXT NOT NULL PRIMARY KEY, -- UUIDv7
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  quest_id TEXT REFERENCES quests (id) ON DELETE SET NULL, -- on what
  started_at TEXT NOT NULL, -- beginning, by the clock of the server
  ended_at TEXT, -- end
  planned_duration INTEGER NOT NULL CHECK (planned_duration > 0), -- seconds
  actual_duration INTEGER CHECK (actual_duration >= 0), -- seconds without pauses
  paused_at TEXT, -- since when it rests
  paused_seconds INTEGER NOT NULL DEFAULT 0 CHECK (paused_seconds >= 0), -- seconds of pauses so far
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'completed', 'abandoned')), -- active → completed or abandoned
  mode TEXT NOT NULL CHECK (mode IN ('focus', 'break', 'long_break')), -- what it is
  expires_at TEXT, -- when it ends by itself
  metadata TEXT, -- JSON
  created_at TEXT NOT NULL -- when it was written
);
CREATE INDEX focus_sessions_by_user ON focus_sessions (user_id, started_at, id);
CREATE INDEX focus_sessions_by_quest ON focus_sessions (quest_id);
CREATE UNIQUE INDEX focus_sessions_active ON focus_sessions (user_id) WHERE status = 'active';
CREATE INDEX focus_sessions_to_end ON focus_sessions (expires_at) WHERE status = 'active';

-- Days in a row. Added by the design.
CREATE TABLE streaks (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- whose it is
  streak_type TEXT NOT NULL CHECK (length(streak_type) BETWEEN 1 AND 50), -- of what
  current_days INTEGER NOT NULL DEFAULT 0 CHECK (current_days >= 0), -- in a row now
  longest_days INTEGER NOT NULL DEFAULT 0 CHECK (longest_days >= 0), -- in a row ever
  last_day TEXT, -- the last day that counted, as YYYY-MM-DD
  shields INTEGER NOT NULL DEFAULT 0 CHECK (shields >= 0), -- days that may be missed
  updated_at TEXT NOT NULL, -- last change
  PRIMARY KEY (user_id, streak_type)
);
