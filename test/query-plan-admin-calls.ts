import type { Database } from "../src/backends/sql/database.ts";
import * as consents from "../src/features/accounts/queries/consents.ts";
import * as deletion from "../src/features/accounts/queries/deletion.ts";
import * as exports from "../src/features/accounts/queries/export-rows.ts";
import * as profile from "../src/features/accounts/queries/profile.ts";
import * as adminJobs from "../src/features/admin/queries/admin-jobs.ts";
import { listAudit } from "../src/features/admin/queries/audit-log.ts";
import type { AuditAct } from "../src/features/admin/queries/audit-row.ts";
import { errorCounts } from "../src/features/admin/queries/error-counts.ts";
import { healthRecord } from "../src/features/admin/queries/health-rows.ts";
import * as people from "../src/features/admin/queries/people.ts";
import { storageUse } from "../src/features/admin/queries/storage-use.ts";
import type { QueryCall } from "./query-plan-calls.ts";

const limit = 20;

/** What is asked for one's own account, and for those who run the studio. `at` is `now` as text. */
export async function adminCalls(db: Database, { now, at, job }: { now: number; at: string; job: string }) {
  const act: AuditAct = {
    id: "b1",
    actor: "ann",
    action: "person.deactivated",
    subjectType: "person",
    subject: "ann",
    details: null,
    address: null,
    now,
  };
  const terms = { document: "terms", version: "1", now, id: "c1" };
  const known = await people.readPerson(db, "ann");
  if (!known) throw new Error("Ann was just added.");
  const everybody = { search: null, role: null, isActive: null, cursor: { createdAt: at, id: "z" }, limit };
  const allJobs = { status: null, person: null, cursor: { createdAt: at, id: "z" }, limit };
  const out = { ...known, isActive: false };
  const tables = (await exports.ownedTables(db)).filter(({ name }) => !exports.derivedTables.includes(name));
  return [
    ["accounts/readProfile", () => profile.readProfile(db, "ann")],
    ["accounts/changeProfile", () => profile.changeProfile(db, "ann", { name: "Ann" }, now)],
    ["accounts/pictureOf", () => profile.pictureOf(db, "ann")],
    ["accounts/setPicture", () => profile.setPicture(db, "ann", { file: null, now })],
    ["accounts/acceptDocument", () => consents.acceptDocument(db, "ann", terms)],
    ["accounts/consentsOf", () => consents.consentsOf(db, "ann")],
    ["accounts/withdrawDocument", () => consents.withdrawDocument(db, "ann", terms)],
    ...tables.map((table): QueryCall => [
      "accounts/rowsOfPerson",
      () => Array.fromAsync(exports.rowsOfPerson(db, "ann", table)),
    ]),
    ["accounts/auditOfPerson", () => Array.fromAsync(exports.auditOfPerson(db, "ann"))],
    ["accounts/filesOfPerson", () => Array.fromAsync(exports.filesOfPerson(db, "ann"))],
    ["accounts/filesTotal", () => exports.filesTotal(db, "ann")],
    ["accounts/deletionStanding", () => deletion.deletionStanding(db, "ann", "s1")],
    ["accounts/planDeletion", () => deletion.planDeletion(db, "ann", { at: now + 1, session: "s1", act })],
    ["accounts/withdrawDeletion", () => deletion.withdrawDeletion(db, "ann", { ...act, id: "b2" })],
    ["accounts/endingAccounts", () => deletion.endingAccounts(db, now)],
    ["accounts/shutAccount", () => deletion.shutAccount(db, "ann", now)],
    [
      "accounts/thingsOfPerson",
      () => deletion.thingsOfPerson(db, "ann", { kind: "character", after: "c", limit: 250 }),
    ],
    ["accounts/thingsOfPerson", () => deletion.thingsOfPerson(db, "ann", { kind: "place", after: "p", limit: 250 })],
    ["accounts/eraseRows", () => deletion.eraseRows(db, "nobody", "gone")],
    ["admin/listPeople", () => people.listPeople(db, everybody)],
    ["admin/listPeople", () => people.listPeople(db, { ...everybody, search: "ann", role: "ADMIN", isActive: true })],
    ["admin/readPerson", () => people.readPerson(db, "ann")],
    ["admin/changePerson", () => people.changePerson(db, known, out, { acts: [{ ...act, id: "b3" }], now })],
    ["admin/changePerson", () => people.changePerson(db, out, known, { acts: [], now })],
    ["admin/listAdminJobs", () => adminJobs.listAdminJobs(db, allJobs)],
    ["admin/listAdminJobs", () => adminJobs.listAdminJobs(db, { ...allJobs, status: "failed" })],
    ["admin/listAdminJobs", () => adminJobs.listAdminJobs(db, { ...allJobs, person: "ann" })],
    ["admin/readAdminJob", () => adminJobs.readAdminJob(db, job)],
    ["admin/storageUse", () => storageUse(db)],
    ["admin/healthRecord", () => healthRecord(db)],
    ["admin/errorCounts", () => errorCounts(db, now)],
    ["admin/listAudit", () => listAudit(db, { action: null, person: null, cursor: { at, id: "z" }, limit })],
    ["admin/listAudit", () => listAudit(db, { action: "x", person: null, cursor: null, limit })],
    ["admin/listAudit", () => listAudit(db, { action: null, person: "ann", cursor: null, limit })],
  ] satisfies QueryCall[];
}
