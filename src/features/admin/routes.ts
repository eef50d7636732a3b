import { createRoute } from "@hono/zod-openapi";
import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import type { Database } from "../../backends/sql/database.ts";
import { Refused } from "../../core/text/result.ts";
import { describeError } from "../../errors.ts";
import { answers, type Api, failures, newApi } from "../../http/api.ts";
import { partOfList, placeIn } from "../../http/list-part.ts";
import { findOrphans, orphanGrace } from "../files/orphans.ts";
import { listAudit } from "./queries/audit-log.ts";
import { errorCounts } from "./queries/error-counts.ts";
import { healthRecord } from "./queries/health-rows.ts";
import { storageUse } from "./queries/storage-use.ts";
import {
  auditPart,
  auditQuery,
  errorsQuery,
  errorsSchema,
  healthSchema,
  orphansSchema,
  storageSchema,
} from "./schema.ts";
import type { AdminOrphans } from "./schema.ts";

export interface AdminRoutesParts {
  db: Database;
  blobs: BlobStore;
  now(): number;
  version: string;
}

const day = 24 * 3_600_000;

const getStorage = createRoute({
  method: "get",
  path: "/admin/storage",
  summary: "What is kept: by category, and by those who keep most",
  responses: { 200: answers(storageSchema, "Files and bytes"), ...failures(401, 403) },
});

const getOrphans = createRoute({
  method: "get",
  path: "/admin/storage/orphans",
  summary: "Where rows and files do not agree; walks through the whole store",
  responses: { 200: answers(orphansSchema, "How many"), ...failures(401, 403, 503) },
});

const getHealth = createRoute({
  method: "get",
  path: "/admin/health",
  summary: "How the studio fares by what is on record: looks at its parts, backups, releases, versions",
  responses: { 200: answers(healthSchema, "The record"), ...failures(401, 403) },
});

const getErrors = createRoute({
  method: "get",
  path: "/admin/errors",
  summary: "What has failed in the last days, by its code",
  request: { query: errorsQuery },
  responses: { 200: answers(errorsSchema, "The last first"), ...failures(400, 401, 403) },
});

const getAudit = createRoute({
  method: "get",
  path: "/admin/audit",
  summary: "What was done by those who run the studio, and to accounts; newest first",
  request: { query: auditQuery },
  responses: { 200: answers(auditPart, "A part of the log"), ...failures(400, 401, 403) },
});

/** How the studio is, for those who run it. No answer has a title, a text or a page of anybody. */
export function adminRoutes({ db, blobs, now, version }: AdminRoutesParts): Api {
  const api = newApi();
  api.openapi(getStorage, async (c) => c.json(await storageUse(db), 200));
  api.openapi(getOrphans, async (c) => c.json(await orphanCounts(db, blobs, now()), 200));
  api.openapi(getHealth, async (c) => c.json({ version, ...(await healthRecord(db)) }, 200));
  api.openapi(getErrors, async (c) => {
    const counts = await errorCounts(db, now() - c.req.valid("query").days * day);
    const items = counts.map((each) => ({ ...each, title: describeError(new Refused(each.code)).title }));
    return c.json({ items }, 200);
  });
  api.openapi(getAudit, async (c) => {
    const { cursor, limit, action, person } = c.req.valid("query");
    const [at, id] = placeIn(cursor, ["string", "string"]) ?? [];
    const rows = await listAudit(db, {
      action: action ?? null,
      person: person ?? null,
      cursor: at === undefined ? null : { at: String(at), id: String(id) },
      limit: limit + 1,
    });
    return c.json(partOfList(rows, limit, { item: (row) => row, cursor: (row) => [row.at, row.id] }), 200);
  });
  return api;
}

async function orphanCounts(db: Database, blobs: BlobStore, now: number): Promise<AdminOrphans> {
  const counts = { blobs: 0, bytes: 0, deletions: 0, lost: 0 };
  for await (const orphan of findOrphans(db, blobs, now - orphanGrace)) {
    if (orphan.kind === "blob-without-row") {
      counts.blobs += 1;
      counts.bytes += orphan.blob.size;
    } else if (orphan.kind === "deletion-unfinished") counts.deletions += 1;
    else counts.lost += 1;
  }
  return counts;
}
