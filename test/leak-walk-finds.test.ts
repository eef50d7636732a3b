import { describe, expect, it } from "vitest";
import { type Stranger, walk } from "./leak-walk.ts";
import type { OpenApiDocument, WalkRequest } from "./leak-walk-requests.ts";
import { untoldOf } from "./leak-walk-requests.ts";

const id = "01a2052a-e81c-7144-a890-f18cf17ef1bf";
const fixture = {
  words: ["Quillonbrax"],
  ids: [id],
  shareToken: "",
  owned: { places: { "things/{id}": id }, fields: {}, bodies: {} },
};
const byId = {
  parameters: [{ name: "id", in: "path", required: true, schema: { format: "uuid" } }],
  responses: {},
} as const;
const document: OpenApiDocument = {
  paths: { "/api/things": { get: { responses: {} } }, "/api/things/{id}": { get: byId } },
};

const problem = (status: number, code: string) => Response.json({ code }, { status });
const anonymous: Stranger = {
  role: "anonymous",
  headers: {},
  refused: { status: 401, codes: ["sign-in-needed"] },
  isAdmin: false,
  by: "session",
};
const second: Stranger = { ...anonymous, role: "second user", headers: { Who: "second" }, refused: null };

/** What a walk finds in a studio of two routes that answers so. */
async function found(answer: (request: WalkRequest, isSignedIn: boolean) => Response): Promise<string[]> {
  const send = async (request: WalkRequest, headers: Readonly<Record<string, string>>) =>
    answer(request, "Who" in headers);
  return (await walk({ document, fixture, strangers: [anonymous, second], send })).findings;
}

/** A studio that leaks nothing. */
function tight({ path }: WalkRequest, isSignedIn: boolean): Response {
  if (!isSignedIn) return problem(401, "sign-in-needed");
  return path === "/api/things" ? Response.json({ items: [] }) : problem(404, "thing-unknown");
}

describe("the leak walk", () => {
  it("finds nothing where nothing leaks", async () => {
    expect(await found(tight)).toEqual([]);
  });

  it("finds a route that nobody guards", async () => {
    const [one, two] = await found(({ path }) => tight({ path, method: "GET", body: null, type: null }, true));
    expect(one).toContain("as anonymous is not refused with 401");
    expect(two).toContain("as anonymous is not refused with 401");
  });

  it("finds a refusal that tells whether something is there", async () => {
    const told = (request: WalkRequest, isSignedIn: boolean) =>
      isSignedIn && request.path.endsWith(id) ? problem(403, "thing-of-another") : tight(request, isSignedIn);
    const findings = await found(told);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(
      "GET /api/things/{id} as second user answers otherwise than for an id that there is not",
    );
  });

  it("finds words of another in a list, and in a header", async () => {
    const listed = (request: WalkRequest, isSignedIn: boolean) =>
      isSignedIn && request.path === "/api/things"
        ? Response.json({ items: ["Quillonbrax"] })
        : tight(request, isSignedIn);
    expect((await found(listed))[0]).toContain("tells “Quillonbrax” of the first person");
    const named = (request: WalkRequest, isSignedIn: boolean) => {
      const answer = tight(request, isSignedIn);
      if (isSignedIn) answer.headers.set("Content-Disposition", 'attachment; filename="Quillonbrax.cbz"');
      return answer;
    };
    expect((await found(named)).length).toBe(2);
  });

  it("finds a row that is given to anybody who knows its id, and a route that breaks", async () => {
    const given = (request: WalkRequest, isSignedIn: boolean) =>
      isSignedIn ? Response.json({}) : tight(request, isSignedIn);
    expect((await found(given)).join("\n")).toContain("does what it is asked with the row of another");
    expect((await found(() => problem(500, "internal"))).length).toBeGreaterThan(2);
  });

  it("says what must be added before a new route can be walked", () => {
    const grown = {
      paths: {
        ...document.paths,
        "/api/rooms/{room}": { get: { ...byId, parameters: [{ ...byId.parameters[0], name: "room" }] } },
      },
    };
    expect(untoldOf(grown, fixture.owned)).toEqual([
      "GET /api/rooms/{room}: nobody says which row of the first person “rooms/{room}” is. Make one in test/leak-walk-fixture.ts and add it to `places`.",
    ]);
  });
});
