import type { Sheets } from "../../src/core/art/artist.ts";
import { inkArtist } from "../../src/core/art/ink-artist.ts";
import type { Point, Rect } from "../../src/core/geometry/geometry.ts";
import type { Fonts } from "../../src/core/lettering/fonts.ts";
import { type Letterer, lettererOf } from "../../src/core/page/letterer.ts";
import type { Balloon, Head, Page, Panel } from "../../src/core/page/page.ts";
import { aimAt, tailTo, tailToCrown } from "../../src/core/page/tails.ts";
import { emptyPanel, posed } from "../../src/core/print/contact-sheet.ts";
import { pageSvg } from "../../src/core/print/page-svg.ts";
import type { BeatText, TextRun } from "../../src/core/script/script.ts";
import { somebody } from "./twelve.ts";

/** A sheet of balloons or of drawn sounds. */
export interface LetteringSheet {
  name: string;
  svg(fonts: Fonts): string;
}

type Kind = Balloon["kind"];

interface Said {
  kind: Kind;
  /** Stressed words stand between asterisks, readings behind a bar: `漢字|かんじ|`. */
  words: string;
  /** What the same voice says before, in a balloon that this one hangs on, and how far apart they stand in page units. */
  after?: { words: string; gap: number };
}

const english: readonly Said[] = [
  { kind: "speech", words: "I said the *blue* lantern, Iris, and not the green one." },
  { kind: "thought", words: "If I run now, nobody will ever know it was me." },
  { kind: "shout", words: "Get away from that door!" },
  { kind: "whisper", words: "Not so loud. He is only pretending to sleep." },
  { kind: "sung", words: "Row the moon across the bay, row it home by morning" },
  { kind: "broadcast", words: "This is the harbour. All boats come in at once." },
  { kind: "off-panel", words: "Is anybody there?" },
  { kind: "narration", words: "They waited until the lamps were lit along the quay." },
  { kind: "letter", words: "Come alone. Bring the map, and tell no one where you go." },
  {
    kind: "speech",
    words: "And after that we never spoke of it again.",
    after: { words: "I gave it back to him the same day.", gap: 38 },
  },
  { kind: "speech", words: "And now look at it!", after: { words: "It was blue when I bought it.", gap: 6 } },
  { kind: "speech", words: "Herr Müller, „schön“! Où ça ? « Là-bas ! » ¿Dónde? ¡Aquí!" },
];

const japanese: readonly Said[] = [
  { kind: "speech", words: "その*青い*ランプだと言ったでしょう。緑じゃなくて" },
  { kind: "thought", words: "いま逃げれば、だれにも分からない……" },
  { kind: "shout", words: "そこから離れろ!!" },
  { kind: "whisper", words: "しっ。あの人は寝たふりをしているだけだよ" },
  { kind: "sung", words: "月を漕いで、湾をこえて、朝までに帰ろう" },
  { kind: "broadcast", words: "こちら港。12号、応答せよ" },
  { kind: "off-panel", words: "だれかいるのか!?" },
  { kind: "narration", words: "波止場に灯がともるまで、ふたりは待っていた" },
  { kind: "letter", words: "一人で来い。地図を忘れるな" },
  { kind: "speech", words: "それきり、その話はしなかった", after: { words: "その日のうちに返したよ", gap: 34 } },
  { kind: "speech", words: "それなのに、なぜ？", after: { words: "もう返したよ", gap: 6 } },
  { kind: "speech", words: "承|うけたまわ|りました――三日後にABCで" },
];

const englishSounds =
  "CRASH BANG KNOCK KNOCK TICK SPLASH CREAK THUD BOOM CLICK WHOOSH RUSTLE CLANG SNAP ACHOO RING ROAR PATTER CRACK SLAM";
const japaneseSounds =
  "ドン ガシャン バタン ザアア ゴロゴロ コツコツ ドキッ ガラッ バシャ ヒュウ ダッ ギイ カチャ ハッ ビシッ ワーッ ドサッ キラ シーン ゴゴゴ";

const cell = { width: 370, height: 410, columns: 4 } as const;
const speaker = "detective";
const sheets: Sheets = {
  people: { [speaker]: somebody(speaker, { build: "thin", face: "long", nose: "hooked", costume: "coat" }) },
  places: {},
};

/** Every kind of balloon in both languages, and twenty drawn sounds in each. */
export function letteringSheets(): LetteringSheet[] {
  return [
    { name: "balloons-english", svg: (fonts) => balloonSheet(english, lettererOf(fonts, false, "en"), fonts) },
    { name: "balloons-japanese", svg: (fonts) => balloonSheet(japanese, lettererOf(fonts, true, "ja"), fonts) },
    { name: "sounds-english", svg: (fonts) => soundSheet(englishSounds, lettererOf(fonts, false, "en"), fonts) },
    { name: "sounds-japanese", svg: (fonts) => soundSheet(japaneseSounds, lettererOf(fonts, true, "ja"), fonts) },
  ];
}

/** Kinds that belong to nobody in the picture. */
const unseen: ReadonlySet<Kind> = new Set<Kind>(["narration", "letter", "off-panel", "broadcast"]);

function balloonSheet(said: readonly Said[], letterer: Letterer, fonts: Fonts): string {
  return sheetOf(
    said.map((each) => (box) => {
      const head = { x: box.x + 96, y: box.y + box.height - 60, size: 84, yaw: 24, pitch: 0, tilt: 0 };
      const seen = each.after === undefined && !unseen.has(each.kind);
      const balloons = balloonsOf(each, box, seen ? head : null, letterer);
      return { figures: seen ? [posed(speaker, head)] : [], balloons };
    }),
    fonts,
  );
}

function balloonsOf(said: Said, box: Rect, head: Head | null, letterer: Letterer): Balloon[] {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height * 0.32 };
  const { kind, words, after } = said;
  if (after === undefined) return [balloonAt(kind, words, middle, tailOf(kind, middle, box, head), null, letterer)];
  const first = balloonAt(kind, after.words, { ...middle, y: box.y + box.height * 0.26 }, null, null, letterer);
  const { radiusY } = balloonAt(kind, words, middle, null, null, letterer);
  const below = { x: middle.x + 30, y: first.centre.y + first.radiusY + radiusY + after.gap };
  return [first, balloonAt(kind, words, below, null, first, letterer)];
}

function tailOf(kind: Kind, centre: Point, box: Rect, head: Head | null): Point | null {
  if (kind === "off-panel") return { x: box.x + 5, y: centre.y + 40 };
  if (kind === "broadcast") return { x: box.x + 60, y: box.y + box.height - 50 };
  if (head === null) return null;
  return (kind === "thought" ? tailToCrown(centre, head) : tailTo(centre, aimAt(head))).to;
}

function balloonAt(
  kind: Kind,
  words: string,
  centre: Point,
  tail: Point | null,
  before: Balloon | null,
  letterer: Letterer,
): Balloon {
  const text: BeatText = { id: words, kind, speaker, runs: runsOf(words), start: 0, end: 0 };
  const limits = letterer.vertical
    ? { maxWidth: 300, maxHeight: 280, prefer: 0.8 }
    : { maxWidth: 320, maxHeight: 240, prefer: 1.5 };
  const caption = kind === "narration" || kind === "letter" ? letterer.setter(text).caption(limits) : null;
  const fitted = caption
    ? { block: caption.block, radiusX: caption.width / 2, radiusY: caption.height / 2 }
    : letterer.setter(text).balloon(limits);
  if (!fitted) throw new Error(`too long for a cell: ${words}`);
  const { block, radiusX, radiusY } = fitted;
  const drawn = letterer.outline(kind, centre, { x: radiusX, y: radiusY }, tail, words.length, before);
  const source = { start: 0, end: 0 };
  return { text: words, kind, speaker, source, words, centre, radiusX, radiusY, ...drawn, tail, ...block };
}

function runsOf(words: string): TextRun[] {
  return [...words.matchAll(/\*([^*]+)\*|(\p{Script=Han}+)\|([^|]+)\||[^*\p{Script=Han}]+|\p{Script=Han}+/gu)].map(
    ([all, stressed, base, reading]) => ({
      text: stressed ?? base ?? all,
      ruby: reading ?? null,
      emphasis: stressed !== undefined,
    }),
  );
}

function soundSheet(words: string, letterer: Letterer, fonts: Fonts): string {
  return sheetOf(
    words.split(" ").map((word, i) => (box) => {
      const inner = letterer.vertical
        ? { x: box.x + 80, y: box.y + 20, width: 150, height: box.height - 40 }
        : { x: box.x + 25, y: box.y + 90, width: box.width - 50, height: 150 };
      const ink = i % 5 === 4 ? "white" : "black";
      const source = { start: 0, end: 0 };
      const sound = letterer.sound(word, { box: inner, vertical: letterer.vertical, seed: i, ink, source });
      return { sounds: sound ? [sound] : [], scenery: ink === "white" ? "black" : "tone" };
    }),
    fonts,
  );
}

function sheetOf(pictures: readonly ((box: Rect) => Partial<Panel>)[], fonts: Fonts): string {
  const panels = pictures.map((shows, i) => {
    const { width, height, columns } = cell;
    const box = { x: (i % columns) * width, y: Math.floor(i / columns) * height, width: width - 8, height: height - 8 };
    return { ...plainPanel(box, `cell ${i}`), ...shows(box) };
  });
  const page: Page = {
    version: 1,
    number: 1,
    episode: "e1",
    side: "left",
    direction: "ltr",
    width: cell.columns * cell.width,
    height: Math.ceil(panels.length / cell.columns) * cell.height,
    panels,
    layout: "sheet",
    faults: [],
  };
  return pageSvg(page, { artist: inkArtist, sheets, fonts, seed: 1 });
}

const plainPanel = (bounds: Rect, beat: string): Panel => ({
  ...emptyPanel(bounds),
  beat,
  frame: "ruled",
  scenery: "tone",
});
