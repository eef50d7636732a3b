import type { MigrationFiles } from "../src/backends/sql/migrations/files.ts";

/** Three migrations: people, their books, and the pages of those; each child cascades. */
export const shelf: MigrationFiles = {
  "0001_people.sql": "create table people (id text not null primary key, name text not null);",
  "down/0001_people.sql": "drop table people;",
  "0002_books.sql":
    "create table books (id text not null primary key, owner text not null references people (id) on delete cascade);\ncreate index books_by_owner on books (owner);",
  "down/0002_books.sql": "drop table books;",
  "0003_pages.sql":
    "create table pages (id text not null primary key, book text not null references books (id) on delete cascade, reader text references people (id) on delete set null);",
  "down/0003_pages.sql": "drop table pages;",
};
/** Two people, two books, three pages. */
export const rows = [
  "insert into people values ('p1', 'Ann'), ('p2', 'Ben')",
  "insert into books values ('b1', 'p1'), ('b2', 'p1')",
  "insert into pages values ('g1', 'b1', 'p1'), ('g2', 'b2', null), ('g3', 'b2', 'p2')",
];

/** What some work was refused with; null where it was not. */
export const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );
