import { describe, expect, it } from "vitest";
import { bookOf, storyOf } from "../../../test/story-fixture.ts";
import { deedIn } from "./deeds.ts";
import { bring, newDraft } from "./draft.ts";
import { openEmptyPictures } from "./empty-pictures.ts";
import type { Framing } from "./framing.ts";
import { wordsOf } from "./lettered-text.ts";
import { paceFor } from "./pace.ts";
import { englishProps } from "./prop-words.ts";
import { findThings, openThingMemory } from "./props.ts";
import type { Beat } from "./script.ts";
import { readSettings } from "./setting.ts";
import { frameScene } from "./shots.ts";
import { referencesOf } from "../../../test/references.ts";
import { findPeople } from "./who-acts.ts";
import { writeScript } from "./write-script.ts";

const place = { id: "p1", name: "the room", kind: "room", inside: true, mentions: 3 } as const;

/** The beats of a one-scene story in a room; Marta is n1, Tom n2, Ada n3. */
function beatsOf(paragraphs: readonly string[], speakers: readonly (string | null)[] = [], confidence = 1): Beat[] {
  const book = bookOf([{ title: "One", paragraphs }]);
  const story = storyOf(book, speakers, { scene: { place: "p1" } });
  story.places.push(place);
  for (const quote of story.quotes) quote.confidence = confidence;
  return writeScript(book, story, { pace: "comic", seed: 1 }).episodes.flatMap(({ beats }) => beats);
}

/** How panels with these captions are framed after an opening picture of Marta in the room. */
function framed(captions: readonly string[], handed = ["n1", "n2"]): Framing[] {
  const text = ["They were in the room.", ...captions].join(" ");
  const book = bookOf([{ title: "One", paragraphs: [text] }]);
  const { cast, scenes } = storyOf(book, []);
  const [first] = scenes;
  if (!first) throw new Error("no scene");
  const scene = { ...first, place: "p1" };
  const finder = findPeople(cast, "en", referencesOf(text, cast));
  let at = 23;
  const drafts = captions.map((caption) => {
    const span = { start: text.indexOf(caption, at), end: text.indexOf(caption, at) + caption.length };
    at = span.end;
    const { actor, deed, sure, stranger } = finder.doers(text, span);
    const draft = newDraft("action");
    const line = {
      speaker: null,
      addressee: null,
      size: 9,
      tag: "",
      deed: "",
      title: false,
      turn: null,
      certain: true,
    };
    draft.lines.push({ kind: "narration", pieces: [{ ...span, ending: "as-is" }], ...line });
    draft.stranger = stranger;
    if (actor !== null) bring(draft, actor, { ...deedIn(deed, "en"), acts: sure });
    return draft;
  });
  const opening = newDraft("establish");
  bring(opening, "n1");
  return frameScene([opening, ...drafts], {
    text,
    scene,
    pace: paceFor("en"),
    things: findThings(text, "en"),
    shown: openThingMemory(),
    settings: readSettings(scene, [place], "en", text),
    empty: openEmptyPictures(),
    present: new Set(["n1", "n2"]),
    narrator: null,
    indoors: () => true,
    handed: new Set(handed),
  }).slice(1);
}

/** Panels with people, after which a thing may fill one. */
const slept = Array.from({ length: 6 }, () => "Tom slept.");

describe("a panel shows what its words say", () => {
  it("[D5] shows a body to the feet that runs, and hands that hold", () => {
    expect(framed(["Marta ran down."])).toMatchObject([{ shot: "full", seen: ["n1"] }]);
    expect(framed(["Marta took up the lantern."])).toMatchObject([{ kind: "action", shot: "full", seen: ["n1"] }]);
  });

  it("[D5] shows a thing alone that is taken by one without hands", () => {
    const far = [...slept, "Tom took up the lantern."];
    expect(framed(far, []).at(-1)).toMatchObject({ shot: "insert", prop: "lantern", seen: [] });
  });

  it("[D5] shows the face of who does what no pose shows", () =>
    expect(framed(["Marta rode away."])).toMatchObject([{ kind: "reaction", shot: "close", seen: ["n1"] }]));

  it("[D5] shows the thing in the hand that somebody does something with", () => {
    const far = [...slept, "Tom slipped the ring from his finger."];
    expect(framed(far).at(-1)).toMatchObject({ shot: "insert", prop: "ring", seen: [] });
  });

  it("[D5] does not show from afar who hides", () => {
    for (const { seen, shot } of framed(["Marta hid behind the door.", "Tom hid behind the stove."]))
      expect(seen.length === 0 || shot === "close").toBe(true);
  });

  it("[D5] shows a crowd in the place that it fills", () => {
    expect(framed(["All the party stood there."])).toMatchObject([{ seen: [], scenery: "crowd", place: "p1" }]);
    expect(framed(["Everybody stared at Marta."])).toMatchObject([{ seen: [], scenery: "faces" }]);
  });

  it("[D5] shows a face and no more of who is in a state that no figure shows", () => {
    expect(framed(["Tom was up to his neck in it.", "Tom pointed at it."])).toMatchObject([
      { shot: "close", seen: ["n2"] },
      { shot: "close", seen: ["n2"] },
    ]);
    expect(framed(["Tom rose naked from the floor."])).toMatchObject([{ seen: [], scenery: "black" }]);
  });

  it("[D5] shows no empty room where the words are of people, and no thing that is used up or wished for", () => {
    for (const words of ["An old man came in.", "The others looked round.", "Tom wished for a lantern."])
      expect(framed([...slept, words]).at(-1)?.seen.length, words).toBe(1);
    expect(framed([...slept, "Marta finished off the cake."]).at(-1)?.prop).toBeNull();
  });

  it("does not let one of the cast do what a stranger does", () => {
    const [framing] = framed(["An old man ran past Marta."]);
    expect(framing?.shot).not.toBe("full");
  });

  it("[D4] does not show the room where the words are in the wood", () => {
    expect(framed(["Marta sat in the wood."])).toMatchObject([{ place: null, shot: "close" }]);
    expect(framed(["Marta sat in the room."])).toMatchObject([{ place: "p1", shot: "full" }]);
  });

  it("[D4] shows the sky where the words tell of it", () =>
    expect(framed(["The rain came down all night."])).toMatchObject([
      { seen: [], scenery: "sky", sky: { time: "night", weather: "rain" } },
    ]));

  it("[P7] never shows the same emptiness again and again", () => {
    const told = Array.from({ length: 40 }, (_, i) => `The room was silent and dark for the ${i}th time.`);
    const empty = framed(told).filter(({ seen }) => seen.length === 0);
    expect(empty.length).toBeGreaterThan(4);
    empty.forEach(({ scenery }, i) => expect(scenery).not.toBe(empty[i - 1]?.scenery));
  });
});

describe("pictures without people", () => {
  const paragraphs = Array.from({ length: 30 }, (_, i) =>
    i % 5 === 0
      ? "Marta sat down in the room because Tom had asked."
      : `Nothing was said of it for ${i} whole days after that.`,
  );
  const beats = beatsOf(paragraphs);
  const empty = ({ figures, prop }: Beat) => figures.length === 0 && prop === null;

  it("[P7] are never two in a row, and at most one in four where there are people", () => {
    beats.forEach((beat, i) => expect(i > 0 && empty(beat) && empty(beats[i - 1] ?? beat)).toBe(false));
    expect(beats.filter(empty).length).toBeLessThanOrEqual(Math.ceil((beats.length + 3) / 4));
  });

  it("show no thing that the words beside it do not name", () => {
    const things = beatsOf(["Tom took the lamp.", "A lantern stood there.", ...paragraphs, "The teapot was old."]);
    for (const beat of things.filter(({ prop }) => prop !== null)) {
      const named = beat.texts.flatMap(
        ({ runs }) =>
          wordsOf(runs)
            .toLowerCase()
            .match(/[a-z-]+/g) ?? [],
      );
      expect(named.some((word) => englishProps.get(word) === beat.prop)).toBe(true);
    }
  });
});

describe("who speaks in a panel", () => {
  const talk = Array.from({ length: 24 }, (_, i) => `“It is the ${i}th door on the left, I believe, and no other.”`);
  const opening = ["Marta sat down.", "Tom sat down."];

  it("[L7] no guessed speaker is seen to answer himself", () => {
    for (const { texts } of beatsOf([...opening, ...talk], ["n1", "n2", "n2"], 0.6)) {
      const spoken = texts.filter(({ kind }) => kind === "speech").map(({ speaker }) => speaker);
      expect(spoken.filter((speaker) => speaker === spoken[0]).length).toBeLessThanOrEqual(1);
    }
  });

  it("nobody is drawn who is only talked about", () => {
    const beats = beatsOf([...opening, "“Ada has gone to sea,” said Marta.", "Tom thought of Ada."], ["n1"]);
    expect(beats.flatMap(({ figures }) => figures).some((figure) => figure.person === "n3")).toBe(false);
  });
});

describe("deeds in pictures", () => {
  it("[D5] two who have hold of each other are seen together from head to foot", () => {
    const [grapple] = framed(["The two grappled in silence."]);
    expect(grapple).toMatchObject({ kind: "action", shot: "full", seen: ["n1", "n2"] });
  });

  it("[D5] who runs is out of the water, and is seen running", () => {
    const [swim, run] = framed(["Marta swam in the water.", "Marta ran along the path."]);
    expect(swim?.shot).not.toBe("full");
    expect(run).toMatchObject({ kind: "action", shot: "full", seen: ["n1"] });
  });

  it("[D5] what somebody feels only after a line is not in the face that says it", () => {
    const beats = beatsOf(
      ["“I know the way,” said Marta. “It is not far.” She went on in great terror."],
      ["n1", "n1"],
    );
    const faces = beats.flatMap(({ figures }) => figures.filter(({ speaks }) => speaks).map(({ emotion }) => emotion));
    expect(faces.length).toBeGreaterThan(0);
    for (const face of faces) expect(["afraid", "shocked"]).not.toContain(face);
  });

  it("[D5] whom another lays hands on does not idly listen", () => {
    const beats = beatsOf(["Marta stood still. Tom seized Marta by the collar. Marta ran away."]);
    const held = beats.flatMap(({ figures }) => (figures.some(({ pose }) => pose === "seize") ? figures : []));
    expect(held.length).toBeGreaterThan(1);
    for (const { pose } of held) expect(["seize", "recoil"]).toContain(pose);
  });
});
