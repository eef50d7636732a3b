import { describe, expect, it } from "vitest";
import { configFileName, parseConfigFile, withConfigFile } from "./config-file.ts";
import { exampleFile } from "./config-page.ts";

const values = (text: string) => {
  const result = parseConfigFile(text, ".env.development");
  return result.ok ? result.value : result.problems.map(({ where, title }) => `${where} ${title}`);
};

describe("a file of variables", () => {
  it("is read line by line, with quotes and remarks", () => {
    const file = [
      "\ufeff# a remark",
      "",
      "  PORT = 1234  ",
      "export HOST=localhost # mine",
      "ORIGIN='http://x #not a remark' # one",
      'OTHER="a\\n\\"b\\" \\$c \\\\ #d"',
      "EMPTY=",
      "HASH=#",
      "URL=http://x/#part",
      "SPACES=a b  c",
      "QUOTE=it's",
    ];
    for (const newline of ["\n", "\r\n", "\r"])
      expect(values(file.join(newline))).toEqual({
        PORT: "1234",
        HOST: "localhost",
        ORIGIN: "http://x #not a remark",
        OTHER: 'a\n"b" $c \\ #d',
        EMPTY: "",
        HASH: "",
        URL: "http://x/#part",
        SPACES: "a b  c",
        QUOTE: "it's",
      });
  });

  it("tells all lines that cannot be read, without what stands in them", () => {
    expect(values('PORT\n1A=2\nHOST=\'x\nA="y" z\nB=1\nB=hunter2\nSESION_SECRET=hunter2\n')).toEqual([
      ".env.development:1 The line is not NAME=value",
      ".env.development:2 The line is not NAME=value",
      ".env.development:3 The quote of HOST is not closed, or something stands behind it",
      ".env.development:4 The quote of A is not closed, or something stands behind it",
      ".env.development:6 B is set twice",
      ".env.development:7 There is no SESION_SECRET",
    ]);
  });

  it("may hold variables of other programs", () => {
    expect(values("NODE_OPTIONS=--trace\nTZ=UTC\n")).toEqual({ NODE_OPTIONS: "--trace", TZ: "UTC" });
  });

  it("is the one of the environment, development unless it is production", () => {
    const names = [{}, { ENVIRONMENT: "production" }, { ENVIRONMENT: " production " }, { ENVIRONMENT: "x" }].map(
      configFileName,
    );
    expect(names).toEqual([".env.development", ".env.production", ".env.production", ".env.development"]);
  });

  it("gives way to the real environment, where that says anything", () => {
    expect(withConfigFile({ PORT: "1", HOST: "", PATH: "/bin" }, "PORT=2\nHOST=x\n")).toEqual({
      ok: true,
      value: { ENVIRONMENT: "development", PORT: "1", HOST: "x", PATH: "/bin" },
    });
    expect(withConfigFile({ PORT: "1" }, null)).toEqual({ ok: true, value: { PORT: "1" } });
  });

  it("does not lead into another environment", () => {
    expect(withConfigFile({}, "ENVIRONMENT=production")).toMatchObject({
      ok: false,
      problems: [{ where: ".env.development" }],
    });
    const env = { ENVIRONMENT: "production" };
    expect(withConfigFile(env, "ENVIRONMENT=production\nPORT=2")).toEqual({ ok: true, value: { ...env, PORT: "2" } });
  });

  it("of the example sets nothing as it comes, and reads when it is filled in", () => {
    expect(values(exampleFile())).toEqual({});
    const filled = values(exampleFile().replace(/^# (?=[A-Z_]+=)/gm, ""));
    expect(filled).toMatchObject({ PORT: "8787", ORIGIN: "https://comics.example.org", SESSION_SECRET: "" });
  });
});
