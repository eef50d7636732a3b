import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { inspect } from "node:util";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onPostgres, type PostgresPlace } from "../../../test/engines/postgres.ts";
import { sqlContract } from "../../../test/sql-contract.ts";
import type { Database } from "./database.ts";
import { openPostgres, openPostgresAttempt, openPostgresSnapshot, openPostgresTrial } from "./postgres.ts";
import { statement } from "./statement.ts";

const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

onPostgres("a server of PostgreSQL", (open) => {
  sqlContract("PostgreSQL", open);

  describe("of which a list or a statement fails", () => {
    let place: PostgresPlace;
    let db: Database;
    beforeAll(async () => {
      place = await open();
      db = await place.connect();
      await db.atomic([
        statement("create table rows (id text primary key, n integer)"),
        statement("insert into rows values ('a', 0), ('b', 0)"),
      ]);
    });
    afterAll(async () => {
      await db.close();
      await place.remove();
    });
    const add = (id: string) => statement(`update rows set n = n + 1 where id = '${id}'`);
    const pause = statement("select pg_sleep(0.3)");

    it("tells one of two that wait for each other that it is busy, and does the other's list", async () => {
      const ends = await Promise.all([
        failure(db.atomic([add("a"), pause, add("b")])),
        failure(db.atomic([add("b"), pause, add("a")])),
      ]);
      expect(ends.filter((error) => error === null)).toHaveLength(1);
      expect(ends.find((error) => error !== null)).toMatchObject({ name: "SqlError", code: "busy", query: 2 });
      expect((await sql`select n from rows`.execute(db.kysely)).rows).toEqual([{ n: 1 }, { n: 1 }]);
    });

    it.each([
      ["waits too long for a lock", { lockTimeout: 50 }, add("a")],
      ["runs too long", { statementTimeout: 50 }, statement("select pg_sleep(5)")],
      ["cannot be brought in line with others", {}, statement("do $$ begin raise sqlstate '40001'; end $$")],
    ])("that %s is busy", async (_, options, query) => {
      const other = await place.connect(options);
      const held = db.atomic([add("a"), pause]);
      await db.atomic([pause]);
      const long = db.atomic([add("a"), pause, pause]);
      expect(await failure(other.atomic([query]))).toMatchObject({ code: "busy" });
      await Promise.all([held, long]);
      await other.close();
    });

    it("that waits too long for one of few connections is busy, and the list before it is done", async () => {
      const narrow = await place.connect({ connections: 1, connectTimeout: 100 });
      const [first, second] = await Promise.all([
        failure(narrow.atomic([pause])),
        failure(narrow.atomic([statement("select 1")])),
      ]);
      expect([first, second]).toMatchObject([null, { code: "busy" }]);
      await narrow.close();
    });

    it("goes on with another connection where one was lost, between lists and within one", async () => {
      const other = await place.connect({ connections: 1 });
      const process = async () => (await sql<{ id: number }>`select pg_backend_pid() as id`.execute(other.kysely)).rows;
      const [before] = await process();
      const end = () => sql`select pg_terminate_backend(${before?.id})`.execute(db.kysely);
      const lost = failure(other.atomic([add("a"), statement("select pg_sleep(20)")]));
      await db.atomic([pause]);
      await end();
      expect(await lost).toMatchObject({ name: "SqlError", code: "unreachable" });
      const [after] = await process();
      expect(after?.id).not.toBe(before?.id);
      await sql`select pg_terminate_backend(${after?.id})`.execute(db.kysely);
      await db.atomic([pause]);
      expect(await process()).toHaveLength(1);
      await other.close();
    });

    it("does not tell values that cannot be read as what they should be", async () => {
      const wrong = sql`insert into rows values ('c', ${"a secret"})`;
      const error = await failure(wrong.execute(db.kysely));
      expect(error).toMatchObject({ name: "SqlError", code: "other" });
      expect(inspect(error)).not.toContain("secret");
      const twice = await failure(sql`insert into rows values (${"a"}, 1)`.execute(db.kysely));
      expect(twice).toMatchObject({ code: "unique" });
      expect(inspect(twice)).not.toContain("(a)");
    });

    it("takes one statement at a time, so that none can end the list", async () => {
      expect(await failure(db.atomic([add("a"), statement("commit; select 1")]))).toMatchObject({ code: "other" });
      expect(await failure(sql`select 1; select 2`.execute(db.kysely))).toMatchObject({ code: "other" });
    });

    it("does not take numbers for what they are not, and writes nothing where nothing may be written", async () => {
      const large = failure(sql`select 9007199254740993::bigint as n`.execute(db.kysely));
      expect(await large).toBeInstanceOf(RangeError);
      const reader = await place.connect({ readOnly: true });
      expect(await failure(reader.atomic([add("a")]))).toMatchObject({ code: "read-only" });
      expect((await sql`select id from rows order by id`.execute(reader.kysely)).rows).toHaveLength(2);
      await reader.close();
    });

    it("says what is wrong with an address", async () => {
      const wrong = async (change: (url: URL) => void) => {
        const url = new URL(place.url);
        change(url);
        const other = openPostgres(url.href, { connectTimeout: 1_000 });
        const error = await failure(other.atomic([statement("select 1")]));
        await other.close();
        return error;
      };
      expect(await wrong((url) => (url.pathname = "/nothing"))).toMatchObject({ code: "no-database" });
      expect(await wrong((url) => (url.username = "nobody"))).toMatchObject({ code: "login" });
      expect(await wrong((url) => (url.port = "1"))).toMatchObject({ code: "unreachable" });
      expect(await wrong((url) => (url.hostname = "nowhere.invalid"))).toMatchObject({ code: "unreachable" });
    });
  });
});

describe("a server that is no server of PostgreSQL", () => {
  const serving = async (answer: (socket: Socket) => void, work: (url: string) => Promise<void>) => {
    const server = createServer((socket) => {
      socket.on("error", () => {});
      answer(socket);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    try {
      await work(`postgres://me:a%20secret@127.0.0.1:${port}/fabula`);
    } finally {
      server.close();
    }
  };
  const firstError = async (url: string): Promise<unknown> => {
    const db = openPostgres(url, { connectTimeout: 300 });
    const error = await failure(db.atomic([statement("select 1")]));
    await db.close();
    return error;
  };
  /** An error as the protocol writes it (postgresql.org/docs/current/protocol-message-formats.html). */
  const errorMessage = (state: string, text: string): Buffer => {
    const fields = Buffer.from(`SFATAL\0VFATAL\0C${state}\0M${text}\0\0`);
    const head = Buffer.alloc(5, "E");
    head.writeInt32BE(fields.length + 4, 1);
    return Buffer.concat([head, fields]);
  };

  /** Lets the program in (AuthenticationOk) and waits for what it asks (ReadyForQuery). */
  const letIn = Buffer.from("R\0\0\0\b\0\0\0\0Z\0\0\0\x05I", "latin1");

  it.each([
    ["refuses the password", "28P01", "login"],
    ["is starting", "57P03", "unreachable"],
    ["has too many clients", "53300", "busy"],
  ])("or %s says so, without the password", (_, state, code) =>
    serving(
      (socket) => socket.once("data", () => socket.end(errorMessage(state, "no"))),
      async (url) => {
        const error = await firstError(url);
        expect(error).toMatchObject({ name: "SqlError", code });
        expect(inspect(error)).not.toContain("secret");
      },
    ),
  );

  it.each([
    ["a trial", openPostgresTrial],
    ["a snapshot", openPostgresSnapshot],
    ["an attempt", (url: string) => openPostgresAttempt(url).db],
  ])("or is lost when %s begins is unreachable, and the database can be closed", (_, open) =>
    serving(
      (socket) =>
        socket.once("data", () => {
          socket.once("data", () => socket.destroy());
          socket.write(letIn);
        }),
      async (url) => {
        const db = open(url);
        expect(await failure(db.atomic([statement("select 1")]))).toMatchObject({ code: "unreachable" });
        await db.close();
      },
    ),
  );

  it.each([
    ["says nothing", () => {}],
    ["hangs up", (socket: Socket) => socket.destroy()],
    ["talks otherwise", (socket: Socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")],
  ])("and %s is unreachable", (_, answer) =>
    serving(answer, async (url) => {
      expect(await firstError(url)).toMatchObject({ name: "SqlError", code: "unreachable" });
    }),
  );
});
