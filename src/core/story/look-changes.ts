import type { Span } from "../book/book.ts";
import { hairColourOf } from "./looks-words.ts";
import type { SceneSpan } from "./scenes.ts";
import type { LookChange, Looks } from "./story.ts";
import type { ToldSentence } from "./told-sentences.ts";

/** Words by which the narration changes how somebody looks; `puts` says what stands in place of the looks before. */
interface ChangeRule {
  kind: LookChange["kind"];
  words: RegExp;
  /** Stays for the rest of the book; other changes end with their chapter. */
  lasts: boolean;
  puts(match: RegExpExecArray, span: Span): Partial<Looks>;
}

const own = "(?:his|her)";
const limb = "(?:head|forehead|brow|temple|face|cheek|arm|hand|wrist|leg|shoulder|eye)";
const garment =
  "(?:coat|jacket|dress|gown|frock|cloak|mantle|suit|uniform|robes?|tunic|smock|clothes|livery|armour|habit|rags|costume|attire)";
/** Up to three words that describe a garment. */
const described = "(?:(?!(?:of|in|off|and|from|to|on|the|his|her|an?)\\b)[\\p{L}’'-]+,?\\s){1,3}";
const guise =
  "(?:sailor|seaman|priest|clergyman|parson|monk|friar|nun|soldier|officer|groom|servant|footman|beggar|tramp|loafer|lackey|lacquey|valet|parlour-maid|market-woman|washerwoman|curé|curate|peasant|labourer|workman|ploughman|pedlar|gipsy|gypsy|old (?:man|woman)|maid|boy|girl|woman|man|page|policeman|carter|fisherman|Jew|lady|gentleman)";

const rules: readonly ChangeRule[] = [
  {
    kind: "wound",
    lasts: true,
    words: new RegExp(
      `\\b(?:(?:was|had been|is) (?:\\p{L}+ )?(?:wounded|stabbed|shot|cut|grazed) (?:in|on|across|over|through) (?:the|${own}) (?:\\p{L}+ )?${limb}|${own} ${limb} (?:was |had been )?(?:bound up|bandaged|in a sling|tied up in|swathed)|(?:with|carrying|had) ${own} (?:\\p{L}+ )?${limb} (?:bound up|bandaged|in a sling)|(?:wore|with|had) a bandage (?:round|over|about|on) ${own} (?:\\p{L}+ )?${limb})\\b`,
      "giu",
    ),
    puts: (match, span) => ({ marks: [{ value: match[0], ...span }] }),
  },
  {
    kind: "hair",
    lasts: true,
    words: new RegExp(
      `\\b(?:had (?:had )?${own} (?:\\p{L}+ )?hair (?:cut|cropped|shorn|clipped)|cut (?:off |short )?(?:all )?${own} (?:\\p{L}+ )?(?:hair|curls|locks|plaits)(?: off| short)?|cropped ${own} hair|${own} hair (?:was|had been) (?:cut|cropped|shorn|clipped)(?: short| off| close)?)\\b`,
      "giu",
    ),
    puts: (_, span) => ({ hairStyle: { value: "short", ...span } }),
  },
  {
    kind: "hair",
    lasts: true,
    words: new RegExp(
      `\\b${own} (?:\\p{L}+ )?hair (?:had|has) (?:turned|gone|grown|become) (?:\\p{L}+ ){0,2}?(white|grey|gray)\\b`,
      "giu",
    ),
    puts: (match, span) => {
      const value = hairColourOf(match[1] ?? "");
      return value === null ? {} : { hairColour: { value, ...span } };
    },
  },
  {
    kind: "hair",
    lasts: true,
    words: new RegExp(
      `\\b(?:had )?shaved (?:off )?${own} (?:beard|moustaches?|whiskers)\\b|\\b${own} (?:beard|moustaches?|whiskers) (?:was|were|had been) (?:gone|shaved(?: off)?)\\b`,
      "giu",
    ),
    puts: () => ({ beard: null }),
  },
  {
    kind: "disguise",
    lasts: false,
    words: new RegExp(
      `\\b(?:disguised (?:himself |herself )?(?:as|like|in the (?:dress|clothes|garb) of)|dressed (?:up )?(?:himself |herself )?(?:as|like)|got up as|in the (?:disguise|garb|guise|character) of) (?:an? )?((?:[\\p{L}-]+ ){0,5}?${guise})\\b`,
      "giu",
    ),
    puts: (match, span) => ({ clothes: [{ value: match[1] ?? "", ...span }], hat: null }),
  },
  {
    kind: "clothes",
    lasts: false,
    words: new RegExp(
      `\\b(?:changed (?:into|${own} (?:\\p{L}+ )?(?:dress|coat|clothes) for)|dressed (?:himself|herself) in|arrayed (?:himself|herself) in|attired (?:himself|herself) in|exchanged ${own} (?:\\p{L}+ ){1,3}for|was now (?:dressed |clad |attired |arrayed )?in|now wore) (?:an?|his|her|the) (${described}${garment})\\b`,
      "giu",
    ),
    puts: (match, span) => ({ clothes: [{ value: match[1] ?? "", ...span }] }),
  },
];

/** What is wished, planned or denied changes nobody. */
const unreal =
  /\b(?:not|never|if|would|could|should|might|may|must|will|shall|as if|as though|wished|wanted|ought|pretend\p{L}*)\b[^,;]{0,40}$/iu;

/**
 * The changes of everybody's looks that the narration tells, in order, each with the scene from which it holds. What
 * somebody wears at the first sight of him is no change.
 */
export function changesOf(
  sentences: readonly ToldSentence[],
  scenes: readonly SceneSpan[],
  members: number,
): LookChange[][] {
  const changes = Array.from({ length: members }, (): LookChange[] => []);
  let scene = 0;
  for (const { sentence, words, about } of sentences) {
    while ((scenes[scene]?.end ?? Infinity) <= sentence.start) scene += 1;
    const told = changes[about?.member ?? -1];
    if (about === null || told === undefined) continue;
    const part = words.slice(about.span.start - sentence.start, about.span.end - sentence.start);
    for (const rule of rules)
      for (const match of part.matchAll(rule.words)) {
        if (unreal.test(part.slice(0, match.index))) continue;
        const start = about.span.start + match.index;
        const span = { start, end: start + match[0].length };
        const last = scenes.findIndex(({ chapter }, i) => i > scene && chapter !== scenes[scene]?.chapter);
        const until = rule.lasts || last < 0 ? {} : { until: `s${last + 1}` };
        told.push({ ...span, from: `s${scene + 1}`, ...until, kind: rule.kind, looks: rule.puts(match, span) });
      }
  }
  return changes;
}
