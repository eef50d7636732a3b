import { createRoute } from "@hono/zod-openapi";
import type { Database } from "../../backends/sql/database.ts";
import { answers, type Api, failures, newApi } from "../../http/api.ts";
import { ownProfile } from "./profile-routes.ts";
import { changeSettings, readSettings } from "./queries/user-settings.ts";
import { meSchema, settingsPatch, settingsSchema } from "./schema.ts";

export interface AccountRoutesParts {
  db: Database;
  now(): number;
  version: string;
  /** Whether people who have nothing yet are given the sample stories. */
  givesSamples: boolean;
}

const getMe = createRoute({
  method: "get",
  path: "/me",
  summary: "Who is signed in, and what they have set",
  responses: { 200: answers(meSchema, "The person"), ...failures(401) },
});

const patchSettings = createRoute({
  method: "patch",
  path: "/me/settings",
  summary: "Changes settings; what is left out stays",
  request: { body: { required: true, content: { "application/json": { schema: settingsPatch } } } },
  responses: { 200: answers(settingsSchema, "All settings, as they are now"), ...failures(400, 401) },
});

/** The person's own. */
export function accountRoutes({ db, now, version, givesSamples }: AccountRoutesParts): Api {
  const api = newApi();
  api.openapi(getMe, async (c) => {
    const { id, by } = c.get("person");
    const [profile, settings] = [await ownProfile(db, id), await readSettings(db, id)];
    const who = { id, ...profile, roles: [...profile.roles], by, isSingleUser: by === "machine" };
    return c.json({ ...who, settings, version, givesSamples }, 200);
  });
  api.openapi(patchSettings, async (c) =>
    c.json(await changeSettings(db, c.get("owner"), c.req.valid("json"), now()), 200),
  );
  return api;
}
