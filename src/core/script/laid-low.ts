import type { Person } from "../story/story.ts";
import { type Draft, isSilent } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { anyOfNames, escapedName } from "./name-pattern.ts";
import { calledBy } from "./people-meant.ts";
import type { Pose } from "./script.ts";
import { captionOf } from "./told-words.ts";

export interface LowTools {
  text: string;
  rules: "en" | "ja";
  cast: ReadonlyMap<string, Person>;
  /** Place of the scene. */
  home: string | null;
}

/** Bodies that lie there. */
const low: ReadonlySet<Pose> = new Set<Pose>(["felled"]);

/** Words behind a name that lay its bearer low, so that he does not soon get up. */
const falls = {
  en: /^(?: (?:himself|then|now|suddenly|at once))?,? (?:had |was |were )?(?:(?:fell|dropped|sank|rolled|collapsed)(?: \p{L}+){0,2} (?:dead|lifeless|senseless|unconscious|insensible|in a (?:faint|swoon|heap))|(?:shot|knocked|struck) (?:down|senseless|unconscious)|fainted|swooned|collapsed)\b/iu,
  ja: /^(?:は|が|も)、?[^。、]{0,6}(?:と)?(?:たおれ|倒れ|気を失|気絶|絶息)(?:た|まし|る|て)/u,
} as const;

/** Words of a fall from which nobody gets up at once. */
const gravely = {
  en: /\b(?:dead|lifeless|senseless|unconscious|insensible|faint(?:ed)?|swoon(?:ed)?|shot|stabbed|in a heap|motionless|lay still|did not (?:move|stir|rise|get up))\b/iu,
  ja: /気を失|気絶|失神|絶息|死ん|息が絶|動か(?:な|ず)|撃た|打たれて|ばたり|どうと/u,
} as const;

/** Words with which somebody is up again, or another hour has come. */
const rises = {
  en: /\b(?:rose|got up|stood|sprang|leap(?:t|ed)|jumped|sat up|recovered|revived|came to (?:him|her|my)self|(?:on|to) (?:his|her|my) feet|ran|walked|went|next (?:day|morning)|later)\b/iu,
  ja: /起き|立ち上|立ち直|息を吹き返|気がつい|気が付い|走|歩|あくる|翌|次の日/u,
} as const;

/** Panels for which whoever has fallen lies there, if no word tells that he is up. */
const staysLow = 4;

/**
 * Who has been shot, struck down or has fainted lies there in the next panels too, as long as no word brings him to his feet:
 * sitting up and looking on he would deny what has just been seen. Beside others he is left out.
 */
export function laidLow(drafts: readonly Draft[], framings: readonly Framing[], tools: LowTools): Framing[] {
  const called = [...tools.cast.values()].flatMap(({ name, aliases }) => [name, ...aliases]);
  const names = tools.rules === "ja" ? atClauseStart(called) : anyOfNames(called);
  const lying = new Map<string, number>();
  return framings.map((framing, i) => {
    const draft = drafts[i];
    if (draft === undefined) return framing;
    const told = captionOf(draft, tools.text);
    for (const [id, left] of lying) {
      const speaks = draft.lines.some(({ speaker, kind }) => speaker === id && kind !== "narration");
      if (left <= 0 || speaks || rises[tools.rules].test(`${told} ${draft.action}`)) lying.delete(id);
      else lying.set(id, left - 1);
    }
    const seen = stillLying(draft, framing, framings[i - 1], lying, tools);
    for (const id of fallenIn(draft, told, names, tools)) lying.set(id, staysLow);
    return seen;
  });
}

/** Japanese names where a clause begins: elsewhere たおれ would hold an おれ. */
const atClauseStart = (names: readonly string[]): RegExp =>
  new RegExp(`(?<=^|[、。\\s])(?:${names.map(escapedName).join("|")})(?=[はがも])`, "gu");

/** Whom the words of a panel lay low. */
function fallenIn(draft: Draft, told: string, names: RegExp, { cast, rules }: LowTools): Set<string> {
  const fallen = [...told.matchAll(names)].flatMap(({ 0: name, index }) =>
    falls[rules].test(told.slice(index + name.length)) ? (calledBy(name, cast)?.id ?? []) : [],
  );
  const posed = [...draft.people].flatMap(([id, { pose, acts }]) =>
    acts && pose !== null && low.has(pose) ? [id] : [],
  );
  // Who merely falls is soon up again.
  return new Set([...fallen, ...(gravely[rules].test(told) ? posed : [])]);
}

function stillLying(
  draft: Draft,
  framing: Framing,
  before: Framing | undefined,
  lying: ReadonlyMap<string, number>,
  { home }: LowTools,
): Framing {
  const down = framing.seen.filter((id) => lying.has(id));
  const [person] = down;
  if (person === undefined || framing.played !== undefined) return framing;
  const up = framing.seen.filter((id) => !lying.has(id));
  if (up.length > 0) return { ...framing, seen: up };
  const place = framing.place ?? before?.place ?? home;
  const { fromBehind: _, ...open } = framing;
  if (place === null) return { ...framing, seen: [], holds: null, kind: "quiet", shot: "wide", scenery: "tone" };
  return {
    ...open,
    kind: isSilent(draft) ? "action" : "reaction",
    shot: "full",
    seen: [person],
    holds: null,
    place,
    scenery: "place",
    placed: true,
    played: { person, pose: "felled", emotion: "asleep" },
  };
}
