import type { TestApp } from "./app.ts";
import { someText } from "./comic-studio.ts";
import { type OpenApiDocument, type OwnedValues, requestFor, type Route, routesOf } from "./leak-walk-requests.ts";

/** A request in which some ids are the asking person's own, and some are the first person's. */
export interface MixedRequest {
  route: Route;
  /** What of it is the first person's. */
  foreign: readonly string[];
  owned: OwnedValues;
  /** The same with ids that nobody has in these places. */
  unknown: OwnedValues;
}

/** Gives the second person a book with a finished comic, a file and a link, over HTTP; what stands for them in requests, as far as it is theirs. */
export async function secondThings(
  app: TestApp,
  headers: Readonly<Record<string, string>>,
): Promise<Pick<OwnedValues, "places" | "fields">> {
  const bytes = new Uint8Array(someText);
  const named = { ...headers, "X-File-Name": "own.txt" };
  const { book } = await app.json<{ book: { id: string } }>("POST", "/api/books", {
    bytes,
    headers: named,
    status: 201,
  });
  const body = { formats: ["cbz"] };
  const { id: comic } = await app.json<{ id: string }>("POST", `/api/books/${book.id}/comics`, {
    body,
    headers,
    status: 201,
  });
  await app.studio.workOn();
  const share = await app.json<{ id: string; link: string }>("POST", `/api/comics/${comic}/shares`, {
    body: { scope: "download" },
    headers,
    status: 201,
  });
  const { items } = await app.json<{ items: { id: string }[] }>("GET", `/api/comics/${comic}/files`, { headers });
  const { people } = await app.json<{ people: { id: string }[] }>("GET", `/api/books/${book.id}/cast`, { headers });
  const [file, person] = [items[0], people[0]];
  if (!file || !person) throw new Error("The comic has no file or no person.");
  return {
    places: {
      "books/{id}": book.id,
      "comics/{id}": comic,
      "jobs/{id}": comic,
      "shares/{share}": share.id,
      "people/{person}": person.id,
      "shared/{token}": share.link.split("/").at(-1) ?? "",
      "files/{id}": file.id,
    },
    fields: { book: book.id, bookId: book.id, comicId: comic, jobId: comic },
  };
}

/** Of every route that takes two ids or more, each with one of the first person's among the second's, and the other way round. */
export function mixedRequests(
  document: OpenApiDocument,
  first: OwnedValues,
  second: Pick<OwnedValues, "places" | "fields">,
): MixedRequest[] {
  return routesOf(document).flatMap((route) => {
    const told = (owned: OwnedValues): string => JSON.stringify(requestFor(route, document, owned));
    const names = [...Object.keys(second.places), ...Object.keys(second.fields)];
    const taken = names.filter((name) => told(withIds(first, [name], () => "another")) !== told(first));
    if (taken.length < 2) return [];
    const single = taken.map((name) => [name]);
    const most = taken.length === 2 ? [] : taken.map((name) => taken.filter((each) => each !== name));
    return [...single, ...most].map((foreign) => {
      const own = taken.filter((name) => !foreign.includes(name));
      const owned = withIds(first, own, (name) => second.places[name] ?? String(second.fields[name]));
      const unknown = withIds(owned, foreign, (name) => (name === "shared/{token}" ? "A".repeat(43) : nobodys));
      return { route, foreign, owned, unknown };
    });
  });
}

const nobodys = "019e0000-0000-7000-8000-000000000000";

/** The same values with others under some names. */
function withIds(owned: OwnedValues, names: readonly string[], idOf: (name: string) => string): OwnedValues {
  const changed = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(names.filter((name) => name in values).map((name) => [name, idOf(name)]));
  return {
    ...owned,
    places: { ...owned.places, ...changed(owned.places) },
    fields: { ...owned.fields, ...changed(owned.fields) },
  };
}
