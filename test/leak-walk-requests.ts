/** What of JSON Schema our documents use. */
export interface Schema {
  $ref?: string;
  type?: string | readonly string[];
  format?: string;
  pattern?: string;
  enum?: readonly unknown[];
  const?: unknown;
  example?: unknown;
  default?: unknown;
  minimum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  minItems?: number;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  prefixItems?: readonly Schema[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
}

interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  schema?: Schema;
}

export interface Operation {
  parameters?: readonly Parameter[];
  requestBody?: { content?: Readonly<Record<string, { schema?: Schema }>> };
  responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: Schema }>> }>>;
}

export interface OpenApiDocument {
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components?: { schemas?: Readonly<Record<string, Schema>> };
}

/** A route of the document. */
export interface Route {
  /** `GET /api/books/{id}` */
  name: string;
  method: string;
  path: string;
  operation: Operation;
}

/** A request as it is sent. */
export interface WalkRequest {
  method: string;
  path: string;
  body: string | Uint8Array<ArrayBuffer> | null;
  type: string | null;
}

/**
 * What stands for the rows of somebody in requests: values by what comes before a parameter in its path (`books/{id}`), and by the names of fields
 * (`comicId`). Bodies that no schema tells are given whole, by route.
 */
export interface OwnedValues {
  places: Readonly<Record<string, string>>;
  fields: Readonly<Record<string, unknown>>;
  bodies: Readonly<Record<string, unknown>>;
}

const methods = ["get", "put", "post", "patch", "delete"];

/** What has to be added so that all routes can be asked, in sentences. */
export function untoldOf(document: OpenApiDocument, owned: OwnedValues): string[] {
  return routesOf(document).flatMap((route) => {
    try {
      requestFor(route, document, owned);
      return [];
    } catch (error) {
      if (error instanceof Untold) return [error.message];
      throw error;
    }
  });
}

/** What ends sessions, or gives them another token, in this order behind everything else. */
const endings = [
  "DELETE /api/account/sessions",
  "POST /api/account/deletion",
  "DELETE /api/account/deletion",
  "POST /api/auth/set-password",
  "POST /api/auth/sign-out",
];

/** All routes of a document, what only looks before what changes, and what takes away last. */
export function routesOf(document: OpenApiDocument): Route[] {
  const order = ["GET", "PATCH", "PUT", "POST", "DELETE"];
  return Object.entries(document.paths)
    .flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => methods.includes(method))
        .map(([method, operation]) => {
          const verb = method.toUpperCase();
          return { name: `${verb} ${path}`, method: verb, path, operation };
        }),
    )
    .toSorted(
      (a, b) =>
        endings.indexOf(a.name) - endings.indexOf(b.name) ||
        order.indexOf(a.method) - order.indexOf(b.method) ||
        b.path.length - a.path.length,
    );
}

/** The name under which `places` knows a parameter: with the word before it in the path. */
export const placeOf = (path: string, name: string): string =>
  `${
    path
      .slice(0, path.indexOf(`/{${name}}`))
      .split("/")
      .at(-1) ?? ""
  }/{${name}}`;

/** What keeps a walk from asking a route: what nobody has told of its parameters. */
export class Untold extends Error {}

/**
 * A request to a route with everything it takes: parameters and fields of the body out of `owned`, the others made from their schemas.
 * Throws `Untold` where neither says what a parameter is, with what is to be added.
 */
export function requestFor(route: Route, document: OpenApiDocument, owned: OwnedValues): WalkRequest {
  const make = { document, owned, route };
  const query = new URLSearchParams();
  let { path } = route;
  for (const { name, in: place, required = false, schema = {} } of route.operation.parameters ?? []) {
    if (place === "path") path = path.replace(`{${name}}`, encodeURIComponent(pathValue(make, name, schema)));
    else if (place === "query" && (required || name in owned.fields))
      query.set(name, String(owned.fields[name] ?? valueOf(make, schema, name)));
  }
  const [type, content] = Object.entries(route.operation.requestBody?.content ?? {})[0] ?? [];
  const target = query.size === 0 ? path : `${path}?${query.toString()}`;
  const own = owned.bodies[route.name];
  if (own instanceof Uint8Array)
    return { method: route.method, path: target, body: bytesOf(own), type: "application/octet-stream" };
  if (type === undefined) return { method: route.method, path: target, body: null, type: null };
  const isJson = type.includes("json");
  if (!isJson && own === undefined)
    throw new Untold(`${route.name} takes ${type}: add its bytes to \`bodies\` in test/leak-walk-fixture.ts.`);
  const value = own ?? valueOf(make, content?.schema ?? {}, "body");
  return { method: route.method, path: target, body: JSON.stringify(value), type: "application/json" };
}

const bytesOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

interface Making {
  document: OpenApiDocument;
  owned: OwnedValues;
  route: Route;
}

function pathValue(make: Making, name: string, schema: Schema): string {
  const place = placeOf(make.route.path, name);
  const own = make.owned.places[place];
  if (own !== undefined) return own;
  const plain = resolved(make.document, schema);
  const types = [plain.type ?? []].flat();
  if (plain.enum !== undefined || types.includes("integer") || types.includes("number"))
    return String(valueOf(make, plain, name));
  throw new Untold(
    `${make.route.name}: nobody says which row of the first person “${place}” is. Make one in test/leak-walk-fixture.ts and add it to \`places\`.`,
  );
}

function resolved(document: OpenApiDocument, schema: Schema): Schema {
  const name = schema.$ref?.split("/").at(-1);
  return name === undefined ? schema : (document.components?.schemas?.[name] ?? {});
}

/** A value that fits a schema: what belongs to the person where the field's name says so. Throws `Untold` for ids of which it does not. */
function valueOf(make: Making, given: Schema, field: string): unknown {
  const { document, owned, route } = make;
  if (field in owned.fields) return owned.fields[field];
  const schema = resolved(document, given);
  const some = schema.anyOf ?? schema.oneOf;
  if (some) return valueOf(make, some.find((each) => resolved(document, each).type !== "null") ?? {}, field);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((each) => valueOf(make, each, field)));
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum.find((value) => value !== null);
  const type = typeof schema.type === "string" ? schema.type : schema.type?.find((each) => each !== "null");
  switch (type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, each]) => [name, valueOf(make, each, name)]),
      );
    case "array":
      return schema.prefixItems
        ? schema.prefixItems.map((each) => valueOf(make, each, field))
        : [valueOf(make, schema.items ?? {}, field)];
    case "integer":
    case "number":
      return schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1;
    case "boolean":
      return true;
    case "string":
      return textOf(schema, route, field);
    default:
      return schema.example ?? schema.default ?? {};
  }
}

function textOf(schema: Schema, route: Route, field: string): string {
  if (schema.format === "uuid")
    throw new Untold(
      `${route.name}: nobody says whose “${field}” is. Add it to \`fields\` in test/leak-walk-fixture.ts.`,
    );
  if (schema.format === "date-time") return "2026-11-22T00:00:00.000Z";
  if (schema.format === "date") return "2026-11-22";
  if (schema.format === "email") return "walker@example.org";
  if (schema.format === "uri") return "https://example.org/";
  if (typeof schema.example === "string") return schema.example;
  return "walker".padEnd(schema.minLength ?? 0, "r");
}
