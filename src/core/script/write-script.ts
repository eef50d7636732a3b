import type { Book, Chapter, Span } from "../book/book.ts";
import { rulesFor } from "../story/language.ts";
import { referencesIn } from "../story/references.ts";
import type { Person, Sound, Story } from "../story/story.ts";
import { tellerIn } from "../story/tellings.ts";
import type { CameraMemory } from "./camera.ts";
import { compact } from "./compact.ts";
import { dealBeats, type Dealt, type DealTools } from "./deal-beats.ts";
import { bring, type Draft } from "./draft.ts";
import { withoutEpithets } from "./epithets.ts";
import { type ChapterBeats, episodesOf } from "./episodes.ts";
import { type FateLedger, openLedger } from "./fates.ts";
import { type Counters, finishBeats, type SkyMemory } from "./finish-beats.ts";
import { keywordsOf, type Weigh } from "./keywords.ts";
import { withoutChildless } from "./kin-references.ts";
import { markHeadings } from "./letter-headings.ts";
import { officeHolders, withOfficeHolders } from "./office-holders.ts";
import { isShortTale, type Pace, type PaceName, paceFor, paceOfLength, scaledPace, sizeOf } from "./pace.ts";
import { findThings, openThingMemory, type ThingFinder, type ThingMemory } from "./props.ts";
import { planScene, type ScenePlan } from "./scene-plan.ts";
import type { Beat, Script } from "./script.ts";
import { settleNarration } from "./settle-narration.ts";
import type { EmptyMemory } from "./seldom-empty.ts";
import type { GroundMemory } from "./few-grounds.ts";
import type { LetteredMemory } from "./lettered-panels.ts";
import { openStanding } from "./sides.ts";
import { type Narration, type SceneUnits, scenesOf } from "./units.ts";
import type { BlankMemory } from "./true-pictures.ts";
import { findPeople, type PeopleFinder } from "./who-acts.ts";
import { findReferences, type ReferenceFinder } from "./whose-words.ts";

/** How a script is written. `direction` is the book's where it is not given. */
export interface ScriptOptions {
  /** A named pace, or how many times as much as pace `comic` is told. */
  pace: PaceName | number;
  seed: number;
  direction?: "ltr" | "rtl";
}

/**
 * Writes the screenplay of a book at a pace (T4): what is shown, drawn, condensed or left out, beat by beat.
 * Only body chapters are told; the fates cover all of the text from the first to the last of them (T1).
 */
export function writeScript(book: Book, told: Story, options: ScriptOptions): Script {
  const rules = rulesFor(book);
  const holder = officeHolders(book, told);
  const story = withoutEpithets(withOfficeHolders(told, holder));
  const direction = options.direction ?? book.direction;
  const ledger = openLedger();
  const references = findReferences(
    rules === "ja"
      ? []
      : withoutChildless(book.text, referencesIn(book, story), story.cast).map((each) => ({
          ...each,
          person: each.person === null ? null : holder(each.person, each.start),
        })),
  );
  const writer: Writer = {
    book,
    story,
    direction,
    pace: paceOfLength(
      typeof options.pace === "number" ? scaledPace(rules, options.pace) : paceFor(rules, options.pace),
      story.source.characters,
    ),
    ledger,
    finder: findPeople(story.cast, rules, references),
    references,
    tellerAt: (at) => tellerIn(story, at),
    cast: new Map(story.cast.map((person) => [person.id, person])),
    known: new Set(),
    counters: { beats: 0, texts: 0, quiet: 9, heard: [] },
    sounds: story.sounds,
    things: findThings(book.text, rules),
    shown: openThingMemory(),
    cameras: { since: 9 },
    skies: { told: null, at: 0 },
    blanks: { since: 0 },
    empties: { since: 9 },
    letters: { panels: 0, lettered: 0, since: 9, sinceEarlier: 9, last: "tone" },
    grounds: { since: 9 },
  };
  const chapters = chaptersOf(scenesOf(book, story, writer.pace), writer);
  return {
    version: 1,
    language: book.language,
    direction,
    episodes: episodesOf(chapters, writer.pace),
    fates: fatesOf(book, ledger),
  };
}

interface Writer {
  book: Book;
  story: Story;
  direction: "ltr" | "rtl";
  pace: Pace;
  ledger: FateLedger;
  finder: PeopleFinder;
  references: ReferenceFinder;
  tellerAt: (at: number) => string | null;
  cast: ReadonlyMap<string, Person>;
  known: Set<string>;
  counters: Counters;
  sounds: readonly Sound[];
  things: ThingFinder;
  shown: ThingMemory;
  cameras: CameraMemory;
  skies: SkyMemory;
  blanks: BlankMemory;
  empties: EmptyMemory;
  letters: LetteredMemory;
  grounds: GroundMemory;
}

function chaptersOf(scenes: readonly SceneUnits[], writer: Writer): ChapterBeats[] {
  const chapters: ChapterBeats[] = [];
  let weigh: Weigh = () => 0;
  const closing = closingScenes(scenes, writer);
  for (const scene of scenes) {
    if (scene.opens !== null) {
      chapters.push({ chapter: scene.opens, beats: [] });
      weigh = keywordsOf(writer.book.text, matterOf(scene.opens, writer), writer.pace.rules);
    }
    chapters.at(-1)?.beats.push(...sceneBeats(scene, weigh, closing.has(scene), writer));
  }
  return chapters;
}

/** The text whose returning words tell what a chapter is about: the chapter, or the whole of a short tale in small parts. */
function matterOf(chapter: Chapter, { book, story, pace }: Writer): Span {
  return isShortTale(story.source.characters, pace.rules) ? { start: 0, end: book.text.length } : chapter;
}

/** How much text at the end of a book is its end, in captions. */
const endOfBook = 9;

/** The last scene, and those right before it that are as good as one with it. */
function closingScenes(scenes: readonly SceneUnits[], { book, pace }: Writer): Set<SceneUnits> {
  const last = scenes.at(-1);
  const near = ({ scene }: SceneUnits) =>
    last !== undefined &&
    sizeOf(book.text, { start: scene.start, end: last.scene.end }, pace) <= endOfBook * pace.caption;
  return new Set(scenes.slice(-3).filter((scene) => scene === last || near(scene)));
}

function sceneBeats(scene: SceneUnits, weigh: Weigh, closes: boolean, writer: Writer): Beat[] {
  const { book, pace, ledger, story } = writer;
  for (const unit of scene.units) if (unit.type === "skipped") ledger.leftOut(unit, unit.reason);
  if (scene.units.every(({ type }) => type === "skipped")) return [];
  const short = isShortTale(story.source.characters, pace.rules);
  const plan = planScene(scene, { ...writer, weigh, closes, short });
  if (plan.beats === 0) {
    for (const unit of scene.units) if (unit.type !== "skipped") ledger.leftOut(unit, "pace");
    return [];
  }
  const standing = openStanding(writer.direction);
  const tools = { book, pace, standing };
  const talked = tighten(dealBeats(scene, plan, new Set(), tools), Math.floor(plan.beats * 0.84), tools).drafts.length;
  const silent = Math.max(plan.beats - talked, Math.ceil((plan.beats - shortScene) * leastSilent));
  const dealt = tighten(dealBeats(scene, plan, bestPictures(plan, silent), tools), plan.beats, tools);
  for (const span of dealt.unsaid) ledger.leftOut(span, "pace");
  settleNarration(book, plan, dealt, writer.cast, ledger, pace);
  populate(dealt.drafts);
  markHeadings(dealt.drafts, book.text);
  const along = scene.scene.start / Math.max(1, story.source.characters);
  return finishBeats(scene.scene, dealt.drafts, {
    ...writer,
    standing,
    sounds: soundsOf(plan, dealt),
    along,
    present: plan.present,
    places: story.places,
    scenes: story.scenes,
  });
}

/** Share of a scene's panels beyond the first few that are kept for pictures without words, however much is said. */
const leastSilent = 0.1;
const shortScene = 5;

/** The same panels, joined where there are more than the pace allows. */
function tighten(dealt: Dealt, most: number, { pace, standing }: DealTools): Dealt {
  const { drafts, moved } = compact(dealt.drafts, most, standing, pace);
  const near = new Map([...dealt.near].map(([unit, index]) => [unit, moved[index] ?? drafts.length - 1]));
  return { drafts, near, unsaid: dealt.unsaid };
}

/** The sentences that most deserve a panel of their own, as many as the pace leaves room for. */
function bestPictures(plan: ScenePlan, room: number): Set<Narration> {
  const best = [...plan.pictures].toSorted(([a, worth], [b, other]) => other - worth || a.start - b.start);
  return new Set(best.slice(0, Math.max(0, room)).map(([unit]) => unit));
}

/** The opening picture shows who is there when the scene begins, unless its own words are of something else. */
function populate([first, second]: readonly Draft[]): void {
  if (!first || !second || first.people.size > 0 || first.lines.some(({ title }) => !title)) return;
  for (const person of [...second.people.keys()].slice(0, 2)) bring(first, person);
}

/** The loudest sound of each panel: of what its words tell or its picture or a face shows, or one that tells by itself what happens. */
function soundsOf(plan: ScenePlan, dealt: Dealt): Map<Draft, Sound> {
  const sounds = new Map<Draft, Sound>();
  for (const [unit, sound] of plan.sounds) {
    const draft = dealt.drafts[dealt.near.get(unit) ?? -1];
    const told = draft?.claims.some(
      ({ fate, start, end }) => fate !== "condensed" && start <= sound.start && end >= sound.end,
    );
    const shows = sound.plain === true || (sound.feeling !== undefined && sound.feeling !== "quiet");
    if (!draft || (!told && !shows)) continue;
    const other = sounds.get(draft);
    if (!other || other.loudness < sound.loudness) sounds.set(draft, sound);
  }
  return sounds;
}

function fatesOf(book: Book, ledger: FateLedger): Script["fates"] {
  const body = book.chapters.filter(({ matter }) => matter === "body");
  const [first] = body;
  const last = body.at(-1);
  if (!first || !last) return [];
  for (const chapter of book.chapters)
    if (inside(chapter, first, last)) ledger.leftOut(chapter, `${chapter.matter} matter`);
  return ledger.over({ start: first.start, end: last.end });
}

const inside = (chapter: Chapter, first: Span, last: Span) =>
  chapter.matter !== "body" && chapter.start >= first.start && chapter.end <= last.end;
