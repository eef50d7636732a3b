import { type Random, randomFrom } from "../src/core/geometry/random.ts";
import type { Actor, Beat, BeatKind, BeatText, Emotion, Episode, Pose, Shot } from "../src/core/script/script.ts";

const sentences = {
  en: [
    "You came back.",
    "I said I would, and here I am, wet to the bone.",
    "No!",
    "Who gave you that letter?",
    "The harbour master, this morning, with a face like a closed door.",
    "Then it is already too late for all of us.",
    "Listen. Somebody is on the stairs.",
    "We have until the tide turns, and not one minute more than that, so stop arguing and help me.",
    "Run!",
    "What would you have me do?",
    "I have kept this house for forty years and I will not be hurried out of it by a boy with a lantern.",
    "…",
  ],
  ja: [
    "帰ってきたのか。",
    "約束したでしょう、きっと戻るって。",
    "嘘だ！",
    "その手紙を誰にもらった？",
    "港の親方です。今朝、怖い顔をして。",
    "もう間に合わないかもしれない。",
    "しっ、階段に誰かいる。",
    "潮が変わるまでに舟を出さないと、もう二度と会えない。",
    "走れ！",
    "どうすればいいのですか。",
    "四十年もこの家を守ってきたのだ。",
    "……",
  ],
} as const;

const captions = {
  en: [
    "That night the rain did not stop.",
    "By morning the whole town knew that the lighthouse had gone dark.",
    "Three days later.",
  ],
  ja: ["その夜、雨はやまなかった。", "朝には町じゅうが灯台の消えたことを知っていた。", "三日後。"],
} as const;

const sounds = { en: ["CRASH", "THUD", "TAP TAP", "BOOM"], ja: ["ザァァ", "ドン", "ガキィン", "ゴゴゴ"] } as const;

const people = ["marta", "tom", "captain", "boy"] as const;
const emotions: readonly Emotion[] = [
  "neutral",
  "angry",
  "afraid",
  "sad",
  "happy",
  "determined",
  "surprised",
  "thinking",
];
const poses: readonly Pose[] = ["stand", "walk", "sit", "point", "arms-crossed", "reach", "hand-to-face"];

type Language = keyof typeof sentences;

/** A made-up episode for property tests: the same seed, language and length give the same beats. */
export function randomEpisode(seed: number, language: Language, count = 24): Episode {
  const random = randomFrom(`episode ${seed} ${language}`);
  const peak = Math.floor(random.between(count * 0.6, count * 0.9));
  let scene = 0;
  let texts = 0;
  const beats = Array.from({ length: count }, (_, i): Beat => {
    const opensScene = i === 0 || random() < 0.09;
    if (opensScene) scene++;
    const made = opensScene ? opening(language, random) : i === peak ? splash(random) : ordinary(language, random);
    const start = i * 100;
    const lettered = made.texts.map((each): BeatText => ({ ...each, id: `t${++texts}`, start, end: start + 90 }));
    return {
      ...base,
      ...made,
      texts: lettered,
      id: `b${i + 1}`,
      scene: `s${scene}`,
      opensScene,
      hook: random() < 0.2,
      start,
      end: start + 100,
    };
  });
  return { id: "e1", title: null, start: 0, end: count * 100, beats };
}

type Made = Pick<Beat, "kind" | "shot" | "importance" | "figures" | "effect"> & {
  texts: Omit<BeatText, "id" | "start" | "end">[];
};

const base = {
  place: "harbour",
  time: "night",
  weather: "rain",
  mood: "tense",
  prop: null,
  scenery: "place",
  camera: "eye",
} as const;

function opening(language: Language, random: Random): Made {
  const figures = cast(random, Math.floor(random.between(0, 4)), "stand");
  return {
    kind: "establish",
    shot: "wide",
    importance: 0.55,
    figures,
    effect: null,
    texts: [text("narration", null, random.pick(captions[language]))],
  };
}

function splash(random: Random): Made {
  return {
    kind: "action",
    shot: "full",
    importance: 0.97,
    figures: cast(random, 2, "fight"),
    effect: "impact",
    texts: [],
  };
}

function ordinary(language: Language, random: Random): Made {
  const kind = random.pick<BeatKind>(["talk", "talk", "talk", "talk", "action", "reaction", "insert", "quiet"]);
  const importance = Math.round(random.between(0.15, 0.85) * 100) / 100;
  if (kind === "insert")
    return {
      kind,
      shot: "insert",
      importance: importance * 0.6,
      figures: [],
      effect: null,
      texts: random() < 0.5 ? [text("off-panel", null, random.pick(sentences[language]))] : [],
    };
  if (kind === "reaction")
    return { kind, shot: "close", importance, figures: cast(random, 1, "stand"), effect: null, texts: [] };
  if (kind === "quiet")
    return {
      kind,
      shot: "medium",
      importance,
      figures: cast(random, 1, "sit"),
      effect: null,
      texts: random() < 0.5 ? [text("thought", "marta", random.pick(sentences[language]))] : [],
    };
  if (kind === "action")
    return {
      kind,
      shot: random.pick<Shot>(["full", "wide"]),
      importance,
      figures: cast(random, Math.floor(random.between(1, 3)), "run"),
      effect: "speed",
      texts: [text("sound", null, random.pick(sounds[language]))],
    };
  return talk(language, importance, random);
}

function talk(language: Language, importance: number, random: Random): Made {
  const figures = cast(random, random() < 0.35 ? 1 : 2, null);
  const lines = Math.floor(random.between(1, 3.3));
  const texts = Array.from({ length: lines }, (_, i) => {
    const speaker = figures[i % figures.length]?.person ?? null;
    const kind = random.pick<BeatText["kind"]>(["speech", "speech", "speech", "shout", "whisper"]);
    return text(kind, speaker, random.pick(sentences[language]));
  });
  if (random() < 0.2) texts.unshift(text("narration", null, random.pick(captions[language])));
  const shot = random.pick<Shot>(["medium", "medium", "close", "full"]);
  return { kind: "talk", shot, importance, figures, effect: null, texts };
}

function cast(random: Random, count: number, pose: Pose | null): Actor[] {
  const sides =
    count === 1 ? [random.pick(["left", "centre", "right"] as const)] : (["left", "right", "centre"] as const);
  return people.slice(0, count).map((person, i) => ({
    person,
    emotion: random.pick(emotions),
    pose: pose ?? random.pick(poses),
    side: sides[i] ?? "centre",
    looksAt: count === 1 ? (random() < 0.5 ? "tom" : null) : (people[i === 0 ? 1 : 0] ?? null),
    speaks: true,
    holds: null,
  }));
}

function text(kind: BeatText["kind"], speaker: string | null, words: string): Omit<BeatText, "id" | "start" | "end"> {
  return { kind, speaker, runs: [{ text: words, ruby: null, emphasis: false }] };
}
