/** How engines write in a dump what they write differently. */
export interface DumpLanguage {
  text(value: string): string;
  bytes(value: Uint8Array): string;
  /** A column of bytes with more of them behind. */
  longerBytes(column: string, more: string): string;
  /**
   * Whether a table that has rows can be told what it refers to. Then that comes behind the rows of all; otherwise rows come in such an order
   * that what they refer to is there.
   */
  addsForeignKeys: boolean;
  /**
   * Whether a dump may be of more than one moment: then rows that refer to what came too late to be in it are left out when it is read, and
   * of two rows that cannot both be there the first one stays.
   */
  ofManyMoments: boolean;
}

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** SQLite, and D1 while nobody writes to it. */
export const sqliteLanguage: DumpLanguage = {
  // The text of a statement ends at a zero character.
  text: (value) =>
    value.includes("\0") ? `cast(X'${hexOf(new TextEncoder().encode(value))}' as text)` : quoted(value),
  bytes: (value) => `X'${hexOf(value)}'`,
  longerBytes: (column, more) => `cast(${column} || ${more} as blob)`,
  addsForeignKeys: false,
  ofManyMoments: false,
};

/** D1, which others write to while it is read. */
export const d1Language: DumpLanguage = { ...sqliteLanguage, ofManyMoments: true };

/** PostgreSQL with standard strings, as it is by itself. */
export const postgresLanguage: DumpLanguage = {
  text: quoted,
  bytes: (value) => `'\\x${hexOf(value)}'::bytea`,
  longerBytes: (column, more) => `${column} || ${more}`,
  addsForeignKeys: true,
  ofManyMoments: false,
};
