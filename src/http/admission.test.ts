import { describe, expect, it } from "vitest";
import { admit, isOpen } from "./admission.ts";
import type { Person } from "./person.ts";

const person: Person = { id: "p", isAdmin: false, by: "session", sessionId: "s", scopes: null };
const token: Person = { ...person, by: "token", sessionId: null, scopes: ["read"] };
const code = (error: string) => expect.objectContaining({ code: error });

describe("who may send which request", () => {
  it("opens only the description, what was shared and the ways to sign in to all", () => {
    expect(["/api/openapi.json", "/api/docs", "/api/shared/x", "/api/auth/sign-in/email"].every(isOpen)).toBe(true);
    expect(["/api/me", "/api/authors", "/api/docs/x", "/api/share", "/api/admin/people"].some(isOpen)).toBe(false);
  });

  it("refuses nobody, and whoever is no ADMIN at the doors of administration", () => {
    expect(() => admit(null, "GET", "/api/books")).toThrow(code("sign-in-needed"));
    expect(() => admit(person, "GET", "/api/admin/people")).toThrow(code("admin-needed"));
    expect(admit({ ...person, isAdmin: true }, "GET", "/api/admin/people").id).toBe("p");
  });

  it("lets a token do what its scopes say, and nothing to the account", () => {
    expect(admit(token, "HEAD", "/api/books").id).toBe("p");
    expect(() => admit(token, "POST", "/api/books")).toThrow(code("scope-missing"));
    expect(() => admit({ ...token, scopes: ["write"] }, "GET", "/api/books")).toThrow(code("scope-missing"));
    expect(() => admit(token, "GET", "/api/account/sessions")).toThrow(code("session-needed"));
    expect(() => admit({ ...token, isAdmin: true }, "GET", "/api/admin/people")).toThrow(code("session-needed"));
  });
});
