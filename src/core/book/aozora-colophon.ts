import type { Book, Creator } from "./book.ts";

/** What the lines behind an Aozora text say: the edition it was taken from, and who typed and proofread it. */
export interface Colophon extends Pick<Book, "publisher" | "date"> {
  credits: Creator[];
}

const roles: Readonly<Record<string, string>> = { 入力: "trc", 校正: "pfr", 翻訳: "trl", 訳: "trl" };

/** Reads a colophon. `trc` and `pfr` are the MARC relators for those who typed and proofread. Source: 青空文庫 作業マニュアル. */
export function readColophon(lines: readonly string[]): Colophon {
  const credits = lines.flatMap((line): Creator[] => {
    const found = /^[ \u3000]*(入力|校正|翻訳|訳)[：:](.+)$/.exec(line);
    const role = roles[found?.[1] ?? ""];
    return found && role !== undefined ? namesOf(found[2] ?? "").map((name) => ({ name, role })) : [];
  });
  const from = lines.findIndex((line) => /^底本[：:]/.test(line));
  const edition = from < 0 ? [] : lines.slice(from, from + 4);
  return { credits, publisher: publisherOf(edition[0] ?? ""), date: dateOf(edition.slice(1)) };
}

const namesOf = (text: string): string[] =>
  text
    .split(/[、，,]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** The publisher stands behind the last title: `底本：「全集第三巻」某文庫、某書房`. */
function publisherOf(line: string): string | null {
  const behind = line.slice(Math.max(line.lastIndexOf("」"), line.lastIndexOf("』")) + 1);
  return behind === line ? null : (namesOf(behind).at(-1) ?? null);
}

/** `1971（昭和46）年3月5日初版発行` → `1971-03-05`. */
function dateOf(lines: readonly string[]): string | null {
  for (const line of lines) {
    const found = /(\d{4})（[^）]*）年(?:(\d{1,2})月(?:(\d{1,2})日)?)?/.exec(
      line.normalize("NFKC").replace("(", "（").replace(")", "）"),
    );
    if (found)
      return found
        .slice(1)
        .filter((part) => part !== undefined)
        .map((part) => part.padStart(2, "0"))
        .join("-");
  }
  return null;
}
