import { heldWords, type HeldThing } from "./held-words.ts";
import type { Emotion, Pose, Shot } from "./script.ts";

type Rules = "en" | "ja";

/** A state of a body, and the picture that shows it. */
export interface BodyState {
  pose: Pose;
  emotion: Emotion;
  shot: Shot;
  /** Shown by people only, and not by beasts on four feet. */
  human: boolean;
  /** Somebody who speaks may be seen beside. */
  beside: boolean;
  /** The whole body does it. */
  lone: boolean;
  /** Seen before no place: one would show another size, or a bed that is none. */
  placeless: boolean;
  /** Only of somebody whom the words begin with. */
  named: boolean;
}

const whole = { shot: "full", human: true, beside: false, lone: true, placeless: false, named: false } as const;
const face = { shot: "close", human: true, beside: true, lone: false, placeless: false, named: true } as const;

const never = /(?!)/u;

/** States by the words that tell them, the strongest first. */
const states: readonly (readonly [BodyState, Record<Rules, RegExp>])[] = [
  [
    { ...whole, pose: "lie", emotion: "calm", human: false, placeless: true, named: true },
    {
      en: /\b(?:fell|fallen|was (?:now )?(?:fast|sound|soon|already)|lay|dropped) (?:fast |sound )?asleep\b/iu,
      ja: /(?:寝入っ|眠りこ(?:ん|み)|眠ってしま|寝てしま)/u,
    },
  ],
  [
    { ...face, pose: "despair", emotion: "shocked", beside: false, placeless: true, named: false },
    {
      en: /\bhead (?:\p{L}+ )?(?:press\w*|struck) (?:hard )?against the (?:ceiling|roof)\b/iu,
      ja: never,
    },
  ],
  [
    { ...face, shot: "medium", pose: "cower", emotion: "afraid", beside: false, placeless: true, named: false },
    { en: /\b(?:growing and growing|had to kneel down)\b/iu, ja: never },
  ],
  [
    { ...whole, pose: "crouch", emotion: "calm", human: false },
    { en: /\b(?:crouched|crouching)\b/iu, ja: /しゃがん(?:で|だ)|うずくま[っり]/u },
  ],
  [
    { ...whole, pose: "walk", emotion: "afraid", shot: "medium", beside: true },
    {
      en: /\b(?:paced|pacing|strode|walked|walking) (?:(?:up and down|about|to and fro|round|backwards? and forwards?)\b[^.;]*)\b(?:agitation|excitement|anxiety|rage|fury|despair|impatience|restless\w*)\b/iu,
      ja: never,
    },
  ],
  [
    { ...face, shot: "medium", pose: "gasp", emotion: "tired", beside: false, named: false },
    {
      en: /\b(?:gave (?:an? )?(?:\p{L}+ )?sneeze|sneezed (?:violently|loudly|once|twice))\b/iu,
      ja: /(?:嚔|くしゃみ|くさめ)を(?:し|一つ)/u,
    },
  ],
  [
    { ...face, pose: "gasp", emotion: "shocked" },
    {
      en: /\b(?:was|were|stood|looked) (?:(?:quite|now|so|for the moment|for a moment|as|very|evidently) )*(?:startled|aghast|thunderstruck|petrified|horrified|horror-stricken)\b/iu,
      ja: never,
    },
  ],
  [
    { ...face, pose: "stand", emotion: "angry", named: false },
    { en: never, ja: /許すべからざる|許しがたい/u },
  ],
  [
    { ...face, pose: "hand-to-face", emotion: "thinking" },
    { en: /\b(?:was|were|felt|looked) (?:\p{L}+ ){0,3}(?:puzzled|perplexed|bewildered)\b/iu, ja: never },
  ],
];

/** Not so, or not yet. */
const denied = /\b(?:not|never|no longer|if|when|would|until|till)\b[^,;.]*$|n[’']t\b[^,;.]*$/iu;

/** The strongest state of a body that a caption tells, or null. */
export function stateIn(told: string, rules: Rules): BodyState | null {
  return (
    states.find(([, words]) => {
      const hit = words[rules].exec(told);
      return hit !== null && !(rules === "en" && denied.test(told.slice(0, hit.index)));
    })?.[0] ?? null
  );
}

/** Whether an I who tells takes leave of somebody: `leaves` where the words go with him, `left` where they stay behind. */
export function leaveTaking(told: string): "leaves" | "left" | null {
  const hit = /\bI (?:had |then |soon )?left (?:him|her|them)\b(?! (?:a|an|no|in (?:no )?doubt|my|the)\b)(.*)/isu.exec(
    told,
  );
  if (hit === null) return null;
  return /^(?: then| there)?,? (?:still )?(?:\p{L}+ly )?\p{L}+ing\b|^(?: then| there)?,? (?:still|alone|with|at|in|by)\b/iu.test(
    hit[1] ?? "",
  )
    ? "left"
    : "leaves";
}

/** Whether a line says that somebody sleeps, is dead or is not there. */
export const saidAway = (line: string): boolean =>
  /\b(?:he|she)(?: is|[’']s) (?:(?:fast|sound|still|quite) )?(?:asleep|dead|away|not (?:here|in|at home)|gone)\b/iu.test(
    line,
  );

/** Smoke that comes out of a gun. */
export const tellsSmoke = (told: string, rules: Rules): boolean =>
  (rules === "ja"
    ? /煙[^。]*(?:筒口|銃口)|(?:筒口|銃口)[^。]*煙/u
    : /\bsmok(?:e|ing)\b[^.]*\b(?:barrel|muzzle)\b/iu
  ).test(told);

/** Many hands that clap. */
export const tellsApplause = (told: string, rules: Rules): boolean =>
  (rules === "ja" ? /拍手|喝采/u : /\b(?:applau\w+|clapp(?:ed|ing) (?:their )?hands)\b/iu).test(told);

/** Whether somebody has grown beyond the size of rooms. */
export const tellsGrowth = (told: string): boolean =>
  /\bhead (?:\p{L}+ )?(?:press\w*|struck) (?:hard )?against the (?:ceiling|roof)\b|\bgrowing and growing\b/iu.test(
    told,
  );

/** The thing that Japanese words put between both hands, or null. */
export function gripped(told: string): HeldThing | null {
  if (!/両手で(?:しっかり|きつく)?(?:握|持[ちっ]|抱[えい]|かかえ)/u.test(told)) return null;
  return (
    heldWords.find(([, , words]) =>
      words.split(" ").some((word) => word !== "文" && told.includes(`${word}が`)),
    )?.[0] ?? null
  );
}
