import { ask, tell } from "../../../web/studio/api/request.ts";

export type Role = "USER" | "ADMIN";
/** One part of a list; `next` asks for the following one. */
export interface Part<Item> {
  items: Item[];
  next: string | null;
}

export interface Person {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  isActive: boolean;
  isVerified: boolean;
  createdAt: string;
  lastSignInAt: string | null;
  deletionAt: string | null;
  storage: { files: number; bytes: number; quota: number | null };
  books: number;
  isSelf: boolean;
}
export type PersonPatch = Partial<Pick<Person, "roles" | "isActive">> & { storageQuota?: number | null };

export interface Invitation {
  id: string;
  email: string;
  role: Role;
  createdAt: string;
  expiresAt: string;
  acceptedAt: string | null;
}

export const jobStatuses = ["pending", "processing", "paused", "completed", "failed", "cancelled"] as const;
export type JobStatus = (typeof jobStatuses)[number];
export interface AdminJob {
  id: string;
  /** Whose it is. */
  person: string;
  type: string;
  status: JobStatus;
  percent: number;
  attempts: number;
  errorCode: string | null;
  errorStep: string | null;
  createdAt: string;
  startedAt: string | null;
  completedAt: string | null;
}

interface Amount {
  files: number;
  bytes: number;
}
export interface Storage extends Amount {
  categories: (Amount & { category: string })[];
  people: (Amount & { id: string; name: string; quota: number | null })[];
  /** Deleted, to be swept. */
  hidden: Amount;
}
export interface Orphans {
  blobs: number;
  bytes: number;
  deletions: number;
  lost: number;
}

export type CheckName = "database" | "application" | "storage" | "queue";
export type CheckStatus = "healthy" | "degraded" | "unhealthy";
export interface Check {
  check: CheckName;
  status: CheckStatus;
  /** In milliseconds. */
  responseTime: number;
  details: string | null;
  at: string;
}
export interface Backup {
  id: string;
  kind: string;
  files: number;
  bytes: number;
  createdAt: string;
  finishedAt: string | null;
  verifiedAt: string | null;
  error: string | null;
}
export interface AdminHealth {
  version: string;
  schemaVersion: string | null;
  checks: Check[];
  history: Check[];
  backups: Backup[];
}

export interface AdminError {
  code: string;
  title: string;
  jobs: number;
  tasks: number;
  lastAt: string;
  people: number;
  lastJob: string | null;
}

export interface AuditRow {
  id: string;
  at: string;
  actor: string | null;
  actorName: string | null;
  action: string;
  subjectType: string | null;
  subject: string | null;
  details: Record<string, unknown> | null;
  address: string | null;
}

export interface Letter {
  id: string;
  to: string;
  kind: string;
  subject: string;
  /** null once it was sent. */
  text: string | null;
  createdAt: string;
  sentAt: string | null;
  error: string | null;
  attempts: number;
}

type Cursor = { cursor: string | null };
const limit = 30;

export const listPeople = (query: { search: string; active: string; role: string } & Cursor): Promise<Part<Person>> =>
  ask("/admin/people", { query: { ...query, limit } });
export const changePerson = (id: string, patch: PersonPatch): Promise<Person> =>
  ask(`/admin/people/${id}`, { method: "PATCH", json: patch });
export const listInvitations = (): Promise<{ items: Invitation[] }> => ask("/admin/invitations");
export const invite = (wish: { email: string; role: Role }): Promise<{ item: Invitation; link: string }> =>
  ask("/admin/invitations", { method: "POST", json: wish });
export const dropInvitation = (id: string): Promise<void> => tell(`/admin/invitations/${id}`, { method: "DELETE" });
export const readInstance = (): Promise<{ signUp: "open" | "invitation" }> => ask("/admin/instance");
export const changeInstance = (patch: { signUp: "open" | "invitation" }): Promise<{ signUp: "open" | "invitation" }> =>
  ask("/admin/instance", { method: "PATCH", json: patch });
export const listAllJobs = (query: { status: string } & Cursor): Promise<Part<AdminJob>> =>
  ask("/admin/jobs", { query: { ...query, limit } });
export const actOnAnyJob = (id: string, act: "cancel" | "retry"): Promise<AdminJob> =>
  ask(`/admin/jobs/${id}/${act}`, { method: "POST" });
export const readStorage = (): Promise<Storage> => ask("/admin/storage");
export const findOrphans = (): Promise<Orphans> => ask("/admin/storage/orphans");
export const readAdminHealth = (): Promise<AdminHealth> => ask("/admin/health");
export const listErrors = (days: number): Promise<{ items: AdminError[] }> => ask("/admin/errors", { query: { days } });
export const listAudit = (query: { action: string } & Cursor): Promise<Part<AuditRow>> =>
  ask("/admin/audit", { query: { ...query, limit } });
export const listMail = (query: Cursor): Promise<Part<Letter>> => ask("/admin/mail", { query: { ...query, limit } });
