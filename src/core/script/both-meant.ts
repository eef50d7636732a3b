import type { Person } from "../story/story.ts";
import { type Draft, isSilent } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { captionOf } from "./told-words.ts";

export interface BothTools {
  text: string;
  rules: "en" | "ja";
  cast: ReadonlyMap<string, Person>;
  /** Who may be drawn in the scene. */
  present: ReadonlySet<string>;
  /** People with hands and a human face. */
  handed: ReadonlySet<string>;
}

/** Words whose subject is two people who do one thing. */
const two = {
  en: /^(?:(?:And|But|Then|So|At last|Now) )?(?:[Tt]he two(?: \p{L}+)?|[Bb]oth(?: of them)?) (?:\p{L}+ly )?(?!of\b|last\b)\p{L}+(?:ed|ew|ood|an|at|ent|ame|ere)\b/u,
  ja: /^(?:(?:そこで|そして|しかし|すると|それから|ところが)、?)?(?:二人|ふたり)(?:とも|[はがも]|の(?:若い)?[\p{Script=Han}]{1,3}[はがも])|、(?:二人|ふたり)(?:とも|[はがも])/u,
} as const;

/** Words of two who are as near each other as can be. */
const together = {
  en: /\b(?:huddled|close together|side by side|arm in arm|hand in hand|shoulder to shoulder|clung (?:together|to each other)|clasped each other)\b/iu,
  ja: /よりそ[いっう]|寄り添[いっう]|寄りそ[いっう]|くっつ(?:いて|き合)|手を(?:取り|とり|つな)/u,
} as const;

/** Of two whom a caption is about both are seen, where it is known who they are; one alone would belie the words. */
export function bothMeant(drafts: readonly Draft[], framings: readonly Framing[], tools: BothTools): Framing[] {
  return framings.map((framing, i) => {
    const draft = drafts[i];
    const [person, second, third] = framing.seen;
    // Head to foot, two who hold together would stand apart.
    if (draft !== undefined && second !== undefined && third === undefined && framing.shot !== "close")
      return together[tools.rules].test(captionOf(draft, tools.text)) && framing.played === undefined
        ? { ...framing, kind: framing.kind === "establish" ? "quiet" : framing.kind, shot: "medium" }
        : framing;
    if (draft === undefined || person === undefined || second !== undefined || framing.played !== undefined)
      return framing;
    if (!isSilent(draft) || !two[tools.rules].test(captionOf(draft, tools.text))) return framing;
    const other = partnerOf(person, tools);
    if (other === null) return framing;
    const { fromBehind: _, ...open } = framing;
    return { ...open, shot: framing.shot === "close" ? "medium" : framing.shot, seen: [person, other] };
  });
}

/** The only other one there, or the one who is called the other of the same name (紳士, もう一人の紳士). */
function partnerOf(person: string, { cast, present, handed }: BothTools): string | null {
  if (!handed.has(person)) return null;
  const name = cast.get(person)?.name ?? "";
  const twin = [...cast.values()].find(
    (each) => each.name === `${another}${name}` || (each.name !== "" && `${another}${each.name}` === name),
  );
  if (twin !== undefined) return twin.id;
  const [only, more] = [...present].filter((id) => id !== person && handed.has(id));
  return more === undefined ? (only ?? null) : null;
}

const another = "もう一人の";
