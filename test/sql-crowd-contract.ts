import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../src/backends/sql/database.ts";
import { guard, guardTable, isGuardFailure } from "../src/backends/sql/guard.ts";
import { statement } from "../src/backends/sql/statement.ts";
import type { SqlPlace } from "./sql-contract.ts";

/** The tables of the suite. */
interface Tables {
  counters: { id: string; amount: number; rev: number; writer: string | null };
  seats: { id: string; owner: string | null };
  children: { id: string; seat: string };
}

/** Connections that write at one time; where an engine has only one, as many callers whose lists are interleaved. */
const crowd = 10;

/** What holds on every engine while many write at once. */
export function crowdContract(name: string, open: () => Promise<SqlPlace>): void {
  describe(`${name} with ten connections`, () => {
    let place: SqlPlace;
    let all: { db: Database; tables: Kysely<Tables> }[];
    let db: Database;
    let tables: Kysely<Tables>;

    beforeAll(async () => {
      place = await open();
      const connected = await Promise.all(Array.from({ length: crowd }, () => place.connect()));
      // The suite makes these tables itself, in a database that has no others.
      all = connected.map((each) => ({ db: each, tables: each.kysely as unknown as Kysely<Tables> }));
      const [first] = all;
      if (!first) throw new Error("Nobody came.");
      ({ db, tables } = first);
      await db.atomic(ddl.map(statement));
    });
    beforeEach(async () => {
      await db.atomic(["children", "seats", "counters"].map((table) => statement(`delete from ${table}`)));
      await tables.insertInto("counters").values({ id: "c", amount: 0, rev: 0, writer: null }).execute();
    });
    afterAll(async () => {
      await Promise.all(all.map((each) => each.db.close()));
      await place.remove();
    });

    const counter = () => tables.selectFrom("counters").selectAll().where("id", "=", "c").executeTakeFirstOrThrow();

    it("sums that are made within statements lose nothing", async () => {
      await Promise.all(
        all.map(async (each) => {
          for (let i = 0; i < 20; i++)
            await each.db.atomic([
              each.tables.updateTable("counters").set({ amount: sql<number>`amount + 1` }),
              each.tables.updateTable("counters").set({ rev: sql<number>`rev + 1` }),
            ]);
        }),
      );
      expect(await counter()).toMatchObject({ amount: crowd * 20, rev: crowd * 20 });
    });

    it("of those who read a revision and change it, exactly as many win as the revision tells, and the others know", async () => {
      let [won, lost] = [0, 0];
      await Promise.all(
        all.map(async (each, i) => {
          for (let turn = 0; turn < 20; turn++) {
            const { rev } = await each.tables.selectFrom("counters").select("rev").executeTakeFirstOrThrow();
            const writer = `${i} in turn ${turn}`;
            const change = each.tables
              .updateTable("counters")
              .set({ rev: rev + 1, writer })
              .where("rev", "=", rev);
            const mine = guard(each.db, sql<boolean>`exists (select 1 from counters where writer = ${writer})`);
            const added = each.tables.updateTable("counters").set({ amount: sql<number>`amount + 1` });
            try {
              await each.db.atomic([change, mine, added]);
              won += 1;
            } catch (error) {
              expect(isGuardFailure(error)).toBe(true);
              lost += 1;
            }
          }
        }),
      );
      expect(won + lost).toBe(crowd * 20);
      expect(won).toBeGreaterThanOrEqual(20);
      expect(await counter()).toMatchObject({ amount: won, rev: won });
    });

    it("a place that all want is one's alone, whoever was first", async () => {
      const tries = Array.from({ length: 20 }, (_, seat) =>
        all.map(async (each, i) => {
          try {
            await each.tables
              .insertInto("seats")
              .values({ id: `seat ${seat}`, owner: `${i}` })
              .execute();
            return 1;
          } catch (error) {
            expect(error).toMatchObject({ name: "SqlError", code: "unique" });
            return 0;
          }
        }),
      );
      const winners = await Promise.all(tries.map((each) => Promise.all(each)));
      expect(winners.map((each) => each.filter((won) => won === 1).length)).toEqual(
        Array.from({ length: 20 }, () => 1),
      );
    });

    it("no child is left without its parent when one is added while the other goes", async () => {
      for (let round = 0; round < 10; round++) {
        await tables.insertInto("seats").values({ id: "parent", owner: null }).execute();
        const adding = all.slice(1).map(async (each, i) => {
          try {
            await each.db.atomic([
              each.tables.insertInto("children").values({ id: `${round} ${i}`, seat: "parent" }),
              each.tables.updateTable("counters").set({ amount: sql<number>`amount + 1` }),
            ]);
          } catch (error) {
            expect(error).toMatchObject({ code: "foreign-key" });
          }
        });
        await Promise.all([...adding, tables.deleteFrom("seats").where("id", "=", "parent").execute()]);
        expect(await tables.selectFrom("children").select("id").execute()).toEqual([]);
      }
    });

    it("lists of one name see all that those before them did, one after the other", async () => {
      const rows = await Promise.all(
        all.flatMap((each, i) =>
          [0, 1, 2].map(async (turn) => {
            const alone = each.db.capabilities.exclusive("seats of the test");
            // Takes the next number, which two at once would give twice.
            const next = sql<string>`(select 'n' || count(*) from seats)`;
            const results = await each.db.atomic([
              ...(alone ? [alone] : []),
              each.tables
                .insertInto("seats")
                .values({ id: next, owner: `${i} ${turn}` })
                .returning("id"),
            ]);
            return results.at(-1)?.[0]?.["id"];
          }),
        ),
      );
      expect(new Set(rows)).toEqual(new Set(Array.from({ length: crowd * 3 }, (_, i) => `n${i}`)));
    });
  });
}

const ddl = [
  guardTable,
  "create table counters (id text not null primary key, amount bigint not null, rev bigint not null, writer text)",
  "create table seats (id text not null primary key, owner text)",
  "create table children (id text not null primary key, seat text not null references seats (id) on delete cascade)",
];
