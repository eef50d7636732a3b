-- Takes the planner away, children first.
DROP TABLE streaks;
DROP TABLE focus_sessions;
DROP TABLE reward_ledger;
DROP TABLE skill_trees;
DROP TABLE daily_plans;
DROP TABLE plan_templates;
DROP TABLE quests;
DROP TABLE schedule_rules;
DROP TABLE log_events;
