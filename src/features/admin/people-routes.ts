import { createRoute, z } from "@hono/zod-openapi";
import type { Database } from "../../backends/sql/database.ts";
import { Refused } from "../../core/text/result.ts";
import { answers, type Api, failures, newApi } from "../../http/api.ts";
import { partOfList, placeIn } from "../../http/list-part.ts";
import { idSchema } from "../../http/schema.ts";
import { actOf } from "./audit-act.ts";
import { changePerson, type KnownPerson, listPeople, type PersonChange, readPerson } from "./queries/people.ts";
import { peoplePart, peopleQuery, personPatch, personSchema } from "./schema.ts";

export interface PeopleRoutesParts {
  db: Database;
  now(): number;
  newId(): string;
}

const params = z.object({ id: idSchema });

const getPeople = createRoute({
  method: "get",
  path: "/admin/people",
  summary: "Everybody who has an account, newest first",
  request: { query: peopleQuery },
  responses: { 200: answers(peoplePart, "A part of the list"), ...failures(400, 401, 403) },
});

const getPerson = createRoute({
  method: "get",
  path: "/admin/people/{id}",
  summary: "One person",
  request: { params },
  responses: { 200: answers(personSchema, "The person"), ...failures(401, 403, 404) },
});

const patchPerson = createRoute({
  method: "patch",
  path: "/admin/people/{id}",
  summary: "Changes roles and quota, keeps a person out or lets them in again; what is left out stays",
  request: { params, body: { required: true, content: { "application/json": { schema: personPatch } } } },
  responses: { 200: answers(personSchema, "The person as they are now"), ...failures(400, 401, 403, 404, 409) },
});

/** The people of a studio, for those who run it. */
export function peopleRoutes({ db, now, newId }: PeopleRoutesParts): Api {
  const api = newApi();
  async function known(id: string): Promise<KnownPerson> {
    const person = await readPerson(db, id);
    if (person === null) throw new Refused("account-unknown");
    return person;
  }
  api.openapi(getPeople, async (c) => {
    const { cursor, limit, search, role, active } = c.req.valid("query");
    const [createdAt, id] = placeIn(cursor, ["string", "string"]) ?? [];
    const rows = await listPeople(db, {
      search: search || null,
      role: role ?? null,
      isActive: active ?? null,
      cursor: createdAt === undefined ? null : { createdAt: String(createdAt), id: String(id) },
      limit: limit + 1,
    });
    const item = (person: KnownPerson) => ({ ...person, isSelf: person.id === c.get("owner") });
    return c.json(partOfList(rows, limit, { item, cursor: (row) => [row.createdAt, row.id] }), 200);
  });
  api.openapi(getPerson, async (c) => {
    const { id } = c.req.valid("param");
    return c.json({ ...(await known(id)), isSelf: id === c.get("owner") }, 200);
  });
  api.openapi(patchPerson, async (c) => {
    const { id } = c.req.valid("param");
    const { roles, isActive, storageQuota: quota } = c.req.valid("json");
    const before = await known(id);
    const acts = actsOf(before, { roles, isActive, quota }).map(({ action, details }) =>
      actOf(c, { id: newId(), now: now(), action, details, subjectType: "person", subject: id }),
    );
    if (!(await changePerson(db, before, { roles, isActive, quota }, { acts, now: now() })))
      throw new Refused("last-admin");
    return c.json({ ...(await known(id)), isSelf: id === c.get("owner") }, 200);
  });
  return api;
}

/** What of a change is one, for the log. */
function actsOf(before: KnownPerson, { roles, isActive, quota }: PersonChange) {
  const isOtherRole = roles !== undefined && [...roles].toSorted().join() !== [...before.roles].toSorted().join();
  const isOtherState = isActive !== undefined && isActive !== before.isActive;
  const isOtherQuota = quota !== undefined && quota !== before.storage.quota;
  return [
    ...(isOtherRole ? [{ action: "person.roles-changed", details: { from: before.roles, to: roles } }] : []),
    ...(isOtherState ? [{ action: isActive ? "person.activated" : "person.deactivated", details: null }] : []),
    ...(isOtherQuota ? [{ action: "person.quota-changed", details: { from: before.storage.quota, to: quota } }] : []),
  ];
}
