import { readFileSync } from "node:fs";
import { globSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestApp, testApp } from "../app.ts";
import type { OpenApiDocument, Schema } from "../leak-walk-requests.ts";
import { routesOf } from "../leak-walk-requests.ts";

/** Fields that hold an address of the studio’s own pages: they are never asked for by the server. */
const ownPages = ["callbackURL", "errorCallbackURL", "newUserCallbackURL", "redirectTo"];

/** Names of fields that a request may have, with how they are written. */
function fieldsOf(schema: Schema, document: OpenApiDocument, seen = new Set<Schema>()): [string, Schema][] {
  const name = schema.$ref?.split("/").at(-1);
  const plain = name === undefined ? schema : (document.components?.schemas?.[name] ?? {});
  if (seen.has(plain)) return [];
  seen.add(plain);
  const inside = [
    plain.items,
    ...(plain.prefixItems ?? []),
    ...(plain.anyOf ?? []),
    ...(plain.oneOf ?? []),
    ...(plain.allOf ?? []),
  ];
  return [
    ...Object.entries(plain.properties ?? {}).flatMap(([field, each]): [string, Schema][] => [
      [field, each],
      ...fieldsOf(each, document, seen),
    ]),
    ...inside.flatMap((each) => (each ? fieldsOf(each, document, seen) : [])),
  ];
}

describe("addresses that people give", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it("are asked for by the server nowhere: no request of the interface has a field for one", async () => {
    const document = await app.json<OpenApiDocument>("GET", "/api/openapi.json");
    const found = routesOf(document).flatMap(({ name, operation }) => {
      const parameters = (operation.parameters ?? []).map(({ name: field, schema }): [string, Schema] => [
        field,
        schema ?? {},
      ]);
      const bodies = Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) =>
        fieldsOf(schema ?? {}, document),
      );
      return [...parameters, ...bodies]
        .filter(
          ([field, { format }]) =>
            /ur[il]|href|link|host|endpoint|origin|webhook|address$/i.test(field) || format === "uri",
        )
        .filter(([field]) => !ownPages.includes(field))
        .map(([field]) => `${name}: ${field}`);
    });
    expect(found).toEqual([]);
  });

  it("could be asked for in few places only, each of which asks an address of the operator’s configuration", () => {
    const callers = globSync("src/{app,services}.ts")
      .concat(globSync("src/{backends,core,features,http,ops}/**/*.ts"))
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => !/\.test\.ts$|\/web\//.test(file))
      .filter((file) =>
        /(?<![\w.])fetch\(|\bhttps?\.(?:get|request)\(|new WebSocket\(/.test(readFileSync(file, "utf8")),
      );
    // Fonts of a Worker’s own assets, and what S3 is asked through.
    expect(callers.filter((file) => !/^src\/backends\/(?:fonts|blobs)\//.test(file))).toEqual([]);
  });
});
