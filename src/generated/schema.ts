// Made from migrations/ by scripts/build-schema.ts; `npm run schema` makes it again.
import type { Generated, GeneratedAlways } from "kysely";

/** A person. Seeds 000, 001, 003, 004. */
export interface UsersTable {
  id: string;
  email: string;
  email_verified: Generated<number>;
  email_verified_at: string | null;
  name: Generated<string>;
  first_name: Generated<string>;
  last_name: Generated<string>;
  full_name: GeneratedAlways<string>;
  image: string | null;
  roles: Generated<string>;
  language: Generated<string>;
  coins: Generated<number>;
  is_active: Generated<number>;
  storage_quota: number | null;
  last_login_at: string | null;
  created_at: string;
  updated_at: string;
  deletion_at: string | null;
}

/** A way to sign in: one provider's account, or a password. Seeds 000, 001, 003. */
export interface AccountsTable {
  id: string;
  user_id: string;
  type: Generated<string>;
  provider: string;
  provider_account_id: string;
  password_hash: string | null;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  expires_at: string | null;
  refresh_token_expires_at: string | null;
  token_type: string | null;
  scope: string | null;
  session_state: string | null;
  created_at: string;
  updated_at: string;
}

/** A device that is signed in. Seeds 000, 001, 004. */
export interface SessionsTable {
  id: string;
  token: string;
  user_id: string;
  expires_at: string;
  last_seen_at: string | null;
  device: string | null;
  ip_address: string | null;
  user_agent: string | null;
  created_at: string;
  updated_at: string;
}

/** Something that was sent and is awaited back: an address to verify, a magic link, a state of OAuth. Seeds 000, 001. */
export interface VerificationTokensTable {
  id: string;
  identifier: string;
  token: string;
  expires_at: string;
  created_at: string;
  updated_at: string;
}

/** A passkey. Seed 000. */
export interface AuthenticatorsTable {
  id: string;
  user_id: string;
  name: string | null;
  credential_id: string;
  credential_public_key: string;
  provider_account_id: string | null;
  counter: Generated<number>;
  device_type: string;
  backed_up: Generated<number>;
  transports: string | null;
  aaguid: string | null;
  created_at: string;
  last_used_at: string | null;
}

/** A personal access token for the API. Added by the design. */
export interface ApiTokensTable {
  id: string;
  user_id: string;
  name: string;
  token_hash: string;
  token_start: string;
  scopes: Generated<string>;
  expires_at: string | null;
  last_used_at: string | null;
  revoked_at: string | null;
  created_at: string;
}

/** A key of a provider that a person brings. Never returned, never logged. Seed 004. */
export interface ApiKeysTable {
  id: string;
  user_id: string;
  provider: string;
  encrypted_key: string;
  key_id: string;
  last_four: string;
  base_url: string | null;
  nickname: string | null;
  is_active: Generated<number>;
  last_used_at: string | null;
  created_at: string;
  updated_at: string;
}

/** What a person set, one row each. Seeds 000, 001. */
export interface UserSettingsTable {
  user_id: string;
  theme: Generated<string>;
  selected_product: string | null;
  keyboard_layout: Generated<string>;
  notifications_enabled: Generated<number>;
  email_notifications: Generated<number>;
  focus_default_duration: Generated<number>;
  focus_break_duration: Generated<number>;
  focus_long_break_duration: Generated<number>;
  time_zone: Generated<string>;
  day_start_hour: Generated<number>;
  reading_direction: Generated<string>;
  settings_json: string | null;
  updated_at: string;
}

/** What a person agreed to, append-only. Added by the design. */
export interface ConsentsTable {
  id: string;
  user_id: string;
  document: string;
  document_version: string;
  accepted_at: string;
  withdrawn_at: string | null;
}

/** A blob in a store, immutable. Its key is {category}/{user_id}/{id}.{ext} on every store. Seeds 000, 001. */
export interface StorageFilesTable {
  id: string;
  user_id: string;
  key: string;
  category: string;
  name: string | null;
  mime: string;
  size: number;
  sha256: string;
  artifact: string | null;
  unit: string | null;
  created_at: string;
  deleted_at: string | null;
  novel_id: string | null;
  job_id: string | null;
}

/** A picture that was made or brought. Seed 003. */
export interface ImagesTable {
  id: string;
  user_id: string;
  type: string;
  purpose: Generated<string>;
  status: Generated<string>;
  title: string;
  description: string | null;
  prompt: string | null;
  negative_prompt: string | null;
  provider: string | null;
  model: string | null;
  seed: number | null;
  width: number | null;
  height: number | null;
  file_size: number | null;
  storage_key: string | null;
  thumbnail_key: string | null;
  metadata: Generated<string>;
  coins_used: Generated<number>;
  parent_image_id: string | null;
  operation: string | null;
  is_favourite: Generated<number>;
  tags: Generated<string>;
  error_code: string | null;
  error_message: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
  job_id: string | null;
}

/** A collection of pictures. Added by the design. */
export interface AlbumsTable {
  id: string;
  user_id: string;
  name: string;
  description: string | null;
  cover_image_id: string | null;
  created_at: string;
  updated_at: string;
}

/** Which picture is in which album. Added by the design. */
export interface AlbumImagesTable {
  album_id: string;
  image_id: string;
  added_at: string;
}

/** What a person asked for before, and templates with variables. Added by the design. */
export interface PromptsTable {
  id: string;
  user_id: string;
  name: string | null;
  prompt: string;
  negative_prompt: string | null;
  variables: string | null;
  is_template: Generated<number>;
  is_favourite: Generated<number>;
  use_count: Generated<number>;
  last_used_at: string | null;
  created_at: string;
}

/** A book of a person. Seeds 000, 004. */
export interface NovelsTable {
  id: string;
  user_id: string;
  title: string;
  author: string | null;
  language: string | null;
  direction: Generated<string>;
  source_format: string;
  original_file_id: string | null;
  cover_image_id: string | null;
  content_hash: string;
  text_length: Generated<number>;
  word_count: number | null;
  series: string | null;
  series_number: number | null;
  tags: Generated<string>;
  metadata: Generated<string>;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
}

/** A chapter of a book. Added by the design. */
export interface ChaptersTable {
  id: string;
  novel_id: string;
  chapter_number: number;
  title: string | null;
  start_offset: number;
  end_offset: number;
  word_count: Generated<number>;
  created_at: string;
}

/** A scene of a book. Seed 004. */
export interface ScenesTable {
  id: string;
  novel_id: string;
  chapter_number: number;
  scene_number: number;
  start_offset: number;
  end_offset: number;
  word_count: number | null;
  llm_analysis: string | null;
  created_at: string;
}

/** Somebody of the book. Seed 004. */
export interface CharactersTable {
  id: string;
  novel_id: string;
  name: string;
  aliases: Generated<string>;
  gender: string | null;
  role: string | null;
  initial_appearance: Generated<string>;
  reference_image_id: string | null;
  first_appearance_scene: string | null;
  mentions: Generated<number>;
  locked_fields: Generated<string>;
  created_at: string;
  updated_at: string;
}

/** What changes in somebody from a scene on. Seed 004. */
export interface CharacterChangesTable {
  id: string;
  character_id: string;
  scene_id: string;
  change_type: string;
  description: string;
  prompt_modifier: string | null;
  quote_start: number | null;
  quote_end: number | null;
  created_at: string;
}

/** A place of the book. Seed 004, where it is called a setting. */
export interface PlacesTable {
  id: string;
  novel_id: string;
  name: string;
  description: Generated<string>;
  visual_keywords: Generated<string>;
  reference_image_id: string | null;
  first_appearance_scene: string | null;
  locked_fields: Generated<string>;
  created_at: string;
  updated_at: string;
}

/** How one stands to another. Added by the design. */
export interface CharacterRelationsTable {
  id: string;
  novel_id: string;
  character_id: string;
  other_character_id: string;
  relation: string;
  description: string | null;
  evidence: string | null;
  is_locked: Generated<number>;
  created_at: string;
}

/** Who is in which scene. Added by the design. */
export interface SceneCharactersTable {
  scene_id: string;
  character_id: string;
  mentions: Generated<number>;
  lines: Generated<number>;
}

/** A stretch of direct speech or thought. Added by the design. */
export interface QuotesTable {
  id: string;
  novel_id: string;
  start_offset: number;
  end_offset: number;
  kind: Generated<string>;
  speaker_id: string | null;
  addressee_id: string | null;
  scene_id: string | null;
  confidence: Generated<number>;
  evidence: string | null;
  is_locked: Generated<number>;
  created_at: string;
  updated_at: string;
}

/** What a person corrected in a book, append-only. Undoing adds a row that names the undone one. Added by the design. */
export interface CorrectionsTable {
  id: string;
  novel_id: string;
  user_id: string;
  sequence: number;
  subject_type: string;
  subject_id: string;
  field: string;
  old_value: string | null;
  new_value: string | null;
  undoes_id: string | null;
  created_at: string;
}

/** Something a person asked for that takes a while. Its row stays as a summary when its tasks are purged. Seeds 000, 004. */
export interface JobsTable {
  id: string;
  user_id: string;
  novel_id: string | null;
  job_type: string;
  job_name: string | null;
  status: Generated<string>;
  priority: Generated<number>;
  current_step: string | null;
  progress_percent: Generated<number>;
  chunks_total: Generated<number>;
  chunks_done: Generated<number>;
  episodes_total: Generated<number>;
  episodes_done: Generated<number>;
  pages_total: Generated<number>;
  pages_done: Generated<number>;
  panels_total: Generated<number>;
  panels_done: Generated<number>;
  settings: Generated<string>;
  seed: Generated<number>;
  metadata: string | null;
  coverage_warnings: string | null;
  attempts: Generated<number>;
  cost_ceiling_micros: number | null;
  cost_micros: Generated<number>;
  error_code: string | null;
  error_message: string | null;
  error_step: string | null;
  idempotency_key: string | null;
  last_notified_status: string | null;
  last_notified_at: string | null;
  created_at: string;
  updated_at: string;
  started_at: string | null;
  completed_at: string | null;
  tasks_purged_at: string | null;
  vivid_page_id: string | null;
}

/** A unit of work: the truth about what is done, of which queues deliver the ids only. Added by the design. */
export interface TasksTable {
  id: string;
  job_id: string;
  step: string;
  step_index: number;
  unit_key: string;
  status: Generated<string>;
  priority: Generated<number>;
  input: Generated<string>;
  input_hash: string;
  attempts: Generated<number>;
  max_attempts: Generated<number>;
  lease_owner: string | null;
  lease_until: string | null;
  run_after: Generated<string>;
  result: string | null;
  error_class: string | null;
  error_code: string | null;
  error_message: string | null;
  provider: string | null;
  idempotency_key: string;
  created_at: string;
  updated_at: string;
  started_at: string | null;
  finished_at: string | null;
}

/** One attempt at a task, append-only. Seed 000. */
export interface JobStepHistoryTable {
  id: string;
  job_id: string;
  task_id: string;
  step: string;
  unit_key: string;
  attempt: number;
  status: string;
  started_at: string;
  finished_at: string | null;
  duration_ms: number | null;
  error_code: string | null;
  error_message: string | null;
  metadata: string | null;
}

/** Outbox of what is to be told about jobs. Seed 000 by way of its reference. */
export interface JobNotificationsTable {
  id: string;
  job_id: string;
  user_id: string;
  status: string;
  attempt: number;
  tries: Generated<number>;
  retry_at: string;
  delivered_at: string | null;
  read_at: string | null;
  error_message: string | null;
  created_at: string;
}

/** A stretch of the book that is asked about at once, cut at borders of scenes and paragraphs. Seed 000. */
export interface ChunksTable {
  id: string;
  job_id: string;
  novel_id: string;
  chunk_index: number;
  start_offset: number;
  end_offset: number;
  word_count: Generated<number>;
  created_at: string;
}

/** A part of the comic with a title of its own. Seed 000. */
export interface EpisodesTable {
  id: string;
  job_id: string;
  novel_id: string;
  episode_number: number;
  title: string | null;
  summary: string | null;
  start_offset: number;
  end_offset: number;
  start_panel_index: number | null;
  end_panel_index: number | null;
  confidence: number | null;
  created_at: string;
  updated_at: string;
}

/** A page of the comic as a document. Seed 000 by way of its layouts. */
export interface PagesTable {
  id: string;
  job_id: string;
  episode_id: string | null;
  page_number: number;
  kind: Generated<string>;
  layout: string | null;
  document: string;
  document_version: Generated<number>;
  version_number: Generated<number>;
  is_edited: Generated<number>;
  panel_count: Generated<number>;
  start_offset: number | null;
  end_offset: number | null;
  image_file_id: string | null;
  thumbnail_file_id: string | null;
  width: number | null;
  height: number | null;
  created_at: string;
  updated_at: string;
}

/** An earlier version of a page, kept when it is edited. Added by the design. */
export interface PageVersionsTable {
  page_id: string;
  version_number: number;
  document: string;
  document_version: number;
  created_at: string;
}

/** A panel of a page as a document. Seed 000 by way of its layouts. */
export interface PanelsTable {
  id: string;
  page_id: string;
  panel_number: number;
  panel_index: number | null;
  scene_id: string | null;
  image_id: string | null;
  importance: number | null;
  document: string;
  document_version: Generated<number>;
  version_number: Generated<number>;
  is_edited: Generated<number>;
  start_offset: number | null;
  end_offset: number | null;
  created_at: string;
  updated_at: string;
}

/** A file that a person takes away. Seed 000. */
export interface OutputsTable {
  id: string;
  user_id: string;
  novel_id: string | null;
  job_id: string | null;
  output_type: string;
  file_id: string | null;
  page_count: number | null;
  settings: Generated<string>;
  is_stale: Generated<number>;
  created_at: string;
  updated_at: string;
  vivid_page_id: string | null;
}

/** A link that opens something to people who are not signed in. Seed 000 by way of its reference. */
export interface SharesTable {
  id: string;
  user_id: string;
  job_id: string | null;
  output_id: string | null;
  token_hash: string;
  scope: Generated<string>;
  episode_numbers: string | null;
  expires_at: string | null;
  revoked_at: string | null;
  last_accessed_at: string | null;
  created_at: string;
  updated_at: string;
  vivid_page_id: string | null;
}

/** One call of a model and what it cost, append-only. Stays when its job is purged. Seed 000. */
export interface TokenUsageTable {
  id: string;
  user_id: string;
  job_id: string | null;
  task_id: string | null;
  agent_name: string;
  provider: string;
  model: string;
  prompt_tokens: Generated<number>;
  completion_tokens: Generated<number>;
  total_tokens: Generated<number>;
  images: Generated<number>;
  cost_micros: Generated<number>;
  step_name: string | null;
  chunk_index: number | null;
  episode_number: number | null;
  scene_id: string | null;
  idempotency_key: string | null;
  created_at: string;
}

/** Where a character lies in the space of a model, to find similar ones. Seed 004. */
export interface CharacterEmbeddingsTable {
  id: string;
  character_id: string;
  embedding: Uint8Array;
  model: string;
  dimensions: number;
  created_at: string;
  updated_at: string;
}

/** Where a place lies in the space of a model. Seed 004. */
export interface SettingEmbeddingsTable {
  id: string;
  setting_id: string;
  embedding: Uint8Array;
  model: string;
  dimensions: number;
  created_at: string;
  updated_at: string;
}

/** A movement of coins, append-only. A hold takes coins aside, a capture keeps them, a release gives them back. Seed 003 by way of the design. */
export interface CoinLedgerTable {
  id: string;
  user_id: string;
  kind: string;
  amount: number;
  balance_after: number;
  reason: string;
  reference_type: string | null;
  reference_id: string | null;
  hold_id: string | null;
  idempotency_key: string;
  created_at: string;
}

/** A code that an admin made and a person turns into coins. Added by the design. */
export interface CoinCodesTable {
  id: string;
  code_hash: string;
  coins: number;
  batch: string | null;
  created_by: string | null;
  redeemed_by: string | null;
  redeemed_at: string | null;
  expires_at: string | null;
  revoked_at: string | null;
  created_at: string;
}

/** What a picture costs. Added by the design. */
export interface PriceListTable {
  id: string;
  provider: string;
  model: string;
  operation: Generated<string>;
  size: Generated<string>;
  coins: number;
  is_active: Generated<number>;
  created_at: string;
  updated_at: string;
}

/** An illustrated edition of a book. Seed 004. */
export interface VividPagesTable {
  id: string;
  user_id: string;
  novel_id: string;
  title: string | null;
  style_preset: string;
  llm_model: string;
  image_model: string;
  settings: string;
  status: Generated<string>;
  error_code: string | null;
  error_message: string | null;
  total_chapters: number | null;
  total_scenes: number | null;
  total_storyboards: number | null;
  total_characters: number | null;
  created_at: string;
  updated_at: string;
  completed_at: string | null;
}

/** One anchor in the text with its current picture. Seed 004. */
export interface StoryboardsTable {
  id: string;
  vivid_page_id: string;
  scene_id: string;
  anchor_start: number;
  anchor_end: number;
  image_id: string | null;
  prompt_used: Generated<string>;
  generation_params: string | null;
  version_number: Generated<number>;
  is_active: Generated<number>;
  file_size: number | null;
  width: number | null;
  height: number | null;
  created_at: string;
  updated_at: string;
}

/** An earlier picture of a storyboard, never overwritten. Seed 004. */
export interface StoryboardHistoryTable {
  id: string;
  storyboard_id: string;
  image_id: string | null;
  prompt_used: string;
  generation_params: string | null;
  user_feedback: string | null;
  version_number: number;
  created_at: string;
}

/** How far a person has read a book, a comic or an illustrated edition. Added by the design. */
export interface ReadingProgressTable {
  id: string;
  user_id: string;
  novel_id: string;
  job_id: string | null;
  vivid_page_id: string | null;
  text_offset: number | null;
  page_number: number | null;
  progress_percent: Generated<number>;
  device: string | null;
  created_at: string;
  updated_at: string;
}

/** A mark that a person left in a book. Added by the design. */
export interface BookmarksTable {
  id: string;
  user_id: string;
  novel_id: string;
  job_id: string | null;
  vivid_page_id: string | null;
  kind: Generated<string>;
  start_offset: number | null;
  end_offset: number | null;
  page_number: number | null;
  colour: string | null;
  note: string | null;
  created_at: string;
  updated_at: string;
}

/** The places of an edition, as seed 004 has them: one row for each place and illustrated edition. Seed 004. */
export interface SettingsView {
  id: string;
  vivid_page_id: string;
  user_id: string;
  name: string;
  description: string;
  visual_keywords: string;
  first_appearance_scene: string | null;
  created_at: string;
}

/** Something that happened, append-only: the source of truth. Seed 001. */
export interface LogEventsTable {
  id: string;
  user_id: string;
  sequence: number;
  event_type: string;
  event_version: Generated<number>;
  payload: string;
  timestamp: string;
  domain_id: string | null;
  device_id: string | null;
  idempotency_key: string | null;
  undoes_id: string | null;
  created_at: string;
}

/** What a day asks for again and again. Seed 001. */
export interface ScheduleRulesTable {
  id: string;
  user_id: string;
  name: string;
  description: string | null;
  domain_id: string;
  enabled: Generated<number>;
  recurrence: string;
  days_of_week: string | null;
  day_of_month: number | null;
  custom_cron: string | null;
  recurrence_rule: string | null;
  time_zone: string | null;
  starts_on: string | null;
  ends_on: string | null;
  quest_template: string;
  last_occurrence_on: string | null;
  created_at: string;
  updated_at: string;
  content_hash: string;
}

/** Something to do. Seed 001. */
export interface QuestsTable {
  id: string;
  user_id: string;
  title: string;
  description: string | null;
  domain_id: string;
  status: Generated<string>;
  priority: Generated<string>;
  due_date: string | null;
  estimate_minutes: number | null;
  checklist: string | null;
  links: string | null;
  tags: string | null;
  xp_value: Generated<number>;
  parent_id: string | null;
  rule_id: string | null;
  occurs_on: string | null;
  created_at: string;
  updated_at: string;
  completed_at: string | null;
  content_hash: string;
  imported_hash: string | null;
}

/** A day, a session or a week to start from. Seed 001. */
export interface PlanTemplatesTable {
  id: string;
  user_id: string;
  name: string;
  description: string | null;
  domain_id: string;
  template_type: string;
  quest_templates: string;
  tags: string | null;
  estimated_duration: number | null;
  created_at: string;
  updated_at: string;
  content_hash: string;
}

/** What a person has planned for a day. Added by the design. */
export interface DailyPlansTable {
  id: string;
  user_id: string;
  plan_date: string;
  template_id: string | null;
  items: Generated<string>;
  notes: string | null;
  created_at: string;
  updated_at: string;
}

/** What a person has learnt, one row each. Seed 001. */
export interface SkillTreesTable {
  id: string;
  user_id: string;
  version: Generated<number>;
  nodes: string;
  total_xp: Generated<number>;
  achievements: string | null;
  updated_at: string;
  content_hash: string;
}

/** Why something was earned, append-only. What was paid for it stands in coin_ledger. Seed 001. */
export interface RewardLedgerTable {
  id: string;
  user_id: string;
  domain_id: string;
  reward_type: string;
  amount: number;
  reason: string;
  source_event_id: string | null;
  metadata: string | null;
  created_at: string;
}

/** A stretch of attention. Seed 001. */
export interface FocusSessionsTable {
  id: string;
  user_id: string;
  quest_id: string | null;
  started_at: string;
  ended_at: string | null;
  planned_duration: number;
  actual_duration: number | null;
  paused_at: string | null;
  paused_seconds: Generated<number>;
  status: Generated<string>;
  mode: string;
  expires_at: string | null;
  metadata: string | null;
  created_at: string;
}

/** Days in a row. Added by the design. */
export interface StreaksTable {
  user_id: string;
  streak_type: string;
  current_days: Generated<number>;
  longest_days: Generated<number>;
  last_day: string | null;
  shields: Generated<number>;
  updated_at: string;
}

/** A piece of music under way. Seed 001. */
export interface ProjectsTable {
  id: string;
  user_id: string;
  name: string;
  description: string | null;
  notes: string | null;
  status: Generated<string>;
  stage: Generated<string>;
  starred: Generated<number>;
  tags: string | null;
  created_at: string;
  updated_at: string;
  content_hash: string;
}

/** A bounce of a project. Added by the design. */
export interface ProjectVersionsTable {
  id: string;
  project_id: string;
  version_number: number;
  name: string | null;
  notes: string | null;
  file_id: string | null;
  duration_ms: number | null;
  loudness_lufs: number | null;
  peaks: string | null;
  comments: Generated<string>;
  created_at: string;
}

/** A set of tracks to compare with. Seed 001. */
export interface ReferenceLibrariesTable {
  id: string;
  user_id: string;
  name: string;
  description: string | null;
  created_at: string;
  updated_at: string;
}

/** A track to compare with. Seed 001. */
export interface ReferenceTracksTable {
  id: string;
  library_id: string;
  user_id: string;
  name: string;
  blob_key: string | null;
  mime_type: string;
  size_bytes: number;
  duration_ms: number | null;
  peaks: string | null;
  loudness_lufs: number | null;
  tempo_bpm: number | null;
  musical_key: string | null;
  markers: Generated<string>;
  metadata: string | null;
  created_at: string;
}

/** A note in Markdown. Seed 001. */
export interface InfobaseEntriesTable {
  id: string;
  user_id: string;
  title: string;
  content: string;
  category: string | null;
  tags: string | null;
  pinned: Generated<number>;
  created_at: string;
  updated_at: string;
  content_hash: string;
}

/** A few bars to start from. Seed 001. */
export interface LaneTemplatesTable {
  id: string;
  user_id: string;
  name: string;
  template_type: string;
  lane_settings: string;
  notes: string;
  bpm: number;
  bars: number;
  time_signature: string;
  musical_key: string | null;
  scale_type: string | null;
  genre: string | null;
  tags: string | null;
  created_at: string;
  updated_at: string;
  content_hash: string;
}

/** Chords in a row. Added by the design. */
export interface ChordProgressionsTable {
  id: string;
  user_id: string;
  name: string;
  description: string | null;
  numerals: string;
  durations: string;
  rhythm_pattern: string | null;
  genre: string | null;
  musical_key: string;
  scale_type: string;
  tags: string | null;
  created_at: string;
  updated_at: string;
  content_hash: string;
}

/** Where something sounds in a project. Added by the design. */
export interface ProjectClipsTable {
  id: string;
  project_id: string;
  source_type: string;
  lane_template_id: string | null;
  chord_progression_id: string | null;
  file_id: string | null;
  start_bar: number;
  length_bars: number;
  lane_settings_override: string | null;
  created_at: string;
  updated_at: string;
}

/** Each time a migration ran, in either direction, append-only. Seed 002. */
export interface SchemaMigrationsTable {
  id: number;
  version: number;
  name: string;
  checksum: string;
  direction: string;
  applied_at: string;
  execution_ms: number | null;
  tool: string;
  schema_hash: string | null;
  schema_objects: string | null;
}

/** Who may do what only one may do at a time. Added by the design. */
export interface LocksTable {
  name: string;
  owner: string;
  lease_until: string;
}

/** Always empty: an insert of 0 fails and takes its batch back. Added by the design. */
export interface GuardTable {
  ok: number;
}

/** One look at the health of a part, kept for 7 days. Seed 002. */
export interface HealthChecksTable {
  id: string;
  check_type: string;
  status: string;
  response_time: number;
  details: string | null;
  timestamp: string;
}

/** A release, as a readable copy of the journal of the deployer. Seed 002. */
export interface DeploymentsTable {
  deployment_id: string;
  environment: string;
  worker_version: string;
  migration_version: number;
  deployment_status: string;
  rollback_target: string | null;
  health_check_status: string | null;
  details: string | null;
  started_at: string;
  finished_at: string | null;
}

/** A copy of rows and files that was kept. Added by the design. */
export interface BackupsTable {
  id: string;
  kind: string;
  location: string;
  file_count: Generated<number>;
  size: Generated<number>;
  checksum: string | null;
  migration_version: number | null;
  error_message: string | null;
  created_at: string;
  finished_at: string | null;
  verified_at: string | null;
  deleted_at: string | null;
}

/** Values that can be made again. Added by the design. */
export interface CacheTable {
  key: string;
  value: string;
  expires_at: string | null;
}

/** Who did what as an admin, or with money, keys, roles or deletion. Append-only, outlives the account. Added by the design. */
export interface AuditLogTable {
  id: string;
  actor_id: string | null;
  action: string;
  subject_type: string | null;
  subject_id: string | null;
  details: string | null;
  ip_address: string | null;
  created_at: string;
}

/** The digits from 0 to 9, of which the views below make numbers. Added by the design. */
export interface DecimalDigitsView {
  digit: number;
}

/** Which chunks of a job are analysed. Seed 000. */
export interface ChunkAnalysisStatusView {
  id: string;
  user_id: string;
  job_id: string;
  chunk_index: number;
  is_analyzed: number;
  analysis_path: string | null;
  analyzed_at: string | null;
  retry_count: number;
  last_error: string | null;
}

/** Which episodes of a job are laid out. Seed 000. */
export interface LayoutStatusView {
  id: string;
  user_id: string;
  job_id: string;
  episode_number: number;
  is_generated: number;
  layout_path: string | null;
  total_pages: number;
  total_panels: number;
  generated_at: string | null;
  retry_count: number;
  last_error: string | null;
}

/** Which pages of a job are drawn. Seed 000. */
export interface RenderStatusView {
  id: string;
  user_id: string;
  job_id: string;
  episode_number: number | null;
  page_number: number;
  is_rendered: number;
  image_path: string | null;
  thumbnail_path: string | null;
  width: number | null;
  height: number | null;
  file_size: number | null;
  rendered_at: string | null;
  retry_count: number;
  last_error: string | null;
}

/** A word of something that can be found, and how much it weighs there; made from the thing again at any time. Added by the design. */
export interface SearchTermsTable {
  user_id: string;
  kind: string;
  term: string;
  thing_id: string;
  weight: number;
}

/** A mail: kept until it is sent, and shown to whoever runs the studio while no server of mail is set. Added by the design. */
export interface MailsTable {
  id: string;
  user_id: string | null;
  recipient: string;
  template: string;
  language: string;
  subject: string;
  sealed_text: string | null;
  key_id: string | null;
  attempts: Generated<number>;
  next_attempt_at: string | null;
  error_message: string | null;
  sent_at: string | null;
  created_at: string;
}

/** Somebody who was asked to join. Added by the design. */
export interface InvitationsTable {
  id: string;
  invited_by: string;
  email: string;
  role: string;
  token_hash: string;
  expires_at: string;
  accepted_at: string | null;
  created_at: string;
}

/** What an ADMIN set for everybody. Added by the design. */
export interface InstanceSettingsTable {
  name: string;
  value: string;
  updated_at: string;
}

/** Every table and view, by its name. */
export interface Schema {
  users: UsersTable;
  accounts: AccountsTable;
  sessions: SessionsTable;
  verification_tokens: VerificationTokensTable;
  authenticators: AuthenticatorsTable;
  api_tokens: ApiTokensTable;
  api_keys: ApiKeysTable;
  user_settings: UserSettingsTable;
  consents: ConsentsTable;
  storage_files: StorageFilesTable;
  images: ImagesTable;
  albums: AlbumsTable;
  album_images: AlbumImagesTable;
  prompts: PromptsTable;
  novels: NovelsTable;
  chapters: ChaptersTable;
  scenes: ScenesTable;
  characters: CharactersTable;
  character_changes: CharacterChangesTable;
  places: PlacesTable;
  character_relations: CharacterRelationsTable;
  scene_characters: SceneCharactersTable;
  quotes: QuotesTable;
  corrections: CorrectionsTable;
  jobs: JobsTable;
  tasks: TasksTable;
  job_step_history: JobStepHistoryTable;
  job_notifications: JobNotificationsTable;
  chunks: ChunksTable;
  episodes: EpisodesTable;
  pages: PagesTable;
  page_versions: PageVersionsTable;
  panels: PanelsTable;
  outputs: OutputsTable;
  shares: SharesTable;
  token_usage: TokenUsageTable;
  character_embeddings: CharacterEmbeddingsTable;
  setting_embeddings: SettingEmbeddingsTable;
  coin_ledger: CoinLedgerTable;
  coin_codes: CoinCodesTable;
  price_list: PriceListTable;
  vivid_pages: VividPagesTable;
  storyboards: StoryboardsTable;
  storyboard_history: StoryboardHistoryTable;
  reading_progress: ReadingProgressTable;
  bookmarks: BookmarksTable;
  settings: SettingsView;
  log_events: LogEventsTable;
  schedule_rules: ScheduleRulesTable;
  quests: QuestsTable;
  plan_templates: PlanTemplatesTable;
  daily_plans: DailyPlansTable;
  skill_trees: SkillTreesTable;
  reward_ledger: RewardLedgerTable;
  focus_sessions: FocusSessionsTable;
  streaks: StreaksTable;
  projects: ProjectsTable;
  project_versions: ProjectVersionsTable;
  reference_libraries: ReferenceLibrariesTable;
  reference_tracks: ReferenceTracksTable;
  infobase_entries: InfobaseEntriesTable;
  lane_templates: LaneTemplatesTable;
  chord_progressions: ChordProgressionsTable;
  project_clips: ProjectClipsTable;
  schema_migrations: SchemaMigrationsTable;
  locks: LocksTable;
  guard: GuardTable;
  health_checks: HealthChecksTable;
  deployments: DeploymentsTable;
  backups: BackupsTable;
  cache: CacheTable;
  audit_log: AuditLogTable;
  decimal_digits: DecimalDigitsView;
  chunk_analysis_status: ChunkAnalysisStatusView;
  layout_status: LayoutStatusView;
  render_status: RenderStatusView;
  search_terms: SearchTermsTable;
  mails: MailsTable;
  invitations: InvitationsTable;
  instance_settings: InstanceSettingsTable;
}
