import type { Book, Span } from "../book/book.ts";
import { emotionIn } from "./acting.ts";
import { balloonsOf } from "./balloons.ts";
import type { Piece } from "./clauses.ts";
import { deedIn, deedWithin } from "./deeds.ts";
import { bring, type Draft, draftSize, type Line, newDraft } from "./draft.ts";
import { type Pace, sizeOf } from "./pace.ts";
import type { ScenePlan } from "./scene-plan.ts";
import type { Standing } from "./sides.ts";
import { tellsGone } from "./told-words.ts";
import type { Turn } from "./turns.ts";
import type { Heading, Narration, SceneUnits } from "./units.ts";

/** The panels of a scene, and which of them stood open when each unquoted sentence went by. */
export interface Dealt {
  drafts: Draft[];
  /** Index into `drafts` of the panel in which a sentence's picture would be. */
  near: Map<Narration, number>;
  /** Spoken sentences that found no room at all. */
  unsaid: Span[];
}

/** Where and for whom a scene is dealt. */
export interface DealTools {
  book: Book;
  pace: Pace;
  standing: Standing;
}

/** Deals a plan out to panels: the establishing one first, then texts and pictures in the order of the book. */
export function dealBeats(
  scene: SceneUnits,
  plan: ScenePlan,
  pictures: ReadonlySet<Narration>,
  tools: DealTools,
): Dealt {
  const dealer = openDealer(plan, tools);
  const turnAt = new Map(plan.turns.map((entry) => [entry.turn.from, entry]));
  let entry = plan.turns[0];
  scene.units.forEach((unit, i) => {
    if (unit.type === "heading") dealer.heading(unit);
    else if (unit.type === "speech") {
      entry = turnAt.get(i);
      if (entry) dealer.turn(entry.turn, balloonsOf(tools.book, entry.turn, entry.kept, plan.doers, tools.pace));
    } else if (unit.type === "narration") {
      const caption = plan.captions.get(unit);
      if (caption) dealer.caption(unit, caption);
      else if (pictures.has(unit)) dealer.picture(unit);
      else dealer.pass(unit, turnAt.has(i + 1));
    }
  });
  return dealer.done();
}

interface Dealer {
  heading(unit: Heading): void;
  caption(unit: Narration, piece: Piece): void;
  picture(unit: Narration): void;
  turn(turn: Turn, lines: Line[]): void;
  /** A sentence without text or panel: it only leaves its trace on the panel that is open, or on the next one. */
  pass(unit: Narration, leadsIn: boolean): void;
  done(): Dealt;
}

function openDealer(plan: ScenePlan, { book, pace, standing }: DealTools): Dealer {
  const drafts: Draft[] = [newDraft("establish")];
  const near = new Map<Narration, number>();
  const unsaid: Span[] = [];
  const last = (): Draft => drafts.at(-1) ?? open("quiet");
  const open = (kind: Draft["kind"]): Draft => {
    const draft = newDraft(kind);
    drafts.push(draft);
    return draft;
  };
  const words = (span: Span) => book.text.slice(span.start, span.end);
  const act = (draft: Draft, unit: Narration, lettered: Span = unit) => {
    draft.action += ` ${words(unit)}`;
    draft.loud = Math.max(draft.loud, plan.sounds.get(unit)?.loudness ?? 0);
    const doing = plan.doers.get(unit);
    if (!doing) return;
    const gone = doing.actor !== null && tellsGone(doing.deed, pace.rules);
    draft.stranger ||= doing.stranger || gone;
    if (doing.actor !== null && !gone) {
      const told = deedWithin(doing.deed, words(lettered));
      const deed = doing.sure ? deedIn(told, pace.rules) : {};
      const emotion = doing.sure ? emotionIn(told, pace.rules) : null;
      bring(draft, doing.actor, { ...deed, emotion, acts: doing.sure });
    }
    for (const other of doing.others) if (draft.people.size < 2) bring(draft, other);
  };
  return {
    heading(unit) {
      const draft =
        drafts.length === 1 && last().lines.length < 2 && last().lines.every(({ title }) => title)
          ? last()
          : open("establish");
      const piece: Piece = { start: unit.start, end: unit.end, ending: "as-is" };
      draft.lines.push(narrationLine(piece, sizeOf(book.text, piece, pace), true));
      draft.claims.push({ start: unit.start, end: unit.end, fate: "shown" });
    },
    caption(unit, piece) {
      const size = sizeOf(book.text, piece, pace);
      const actor = plan.doers.get(unit)?.actor ?? null;
      const draft = takesCaption(last(), size, pace) ? last() : open(actor === null ? "quiet" : "action");
      near.set(unit, drafts.length - 1);
      const line = narrationLine(piece, size, false);
      draft.lines.push(line);
      act(draft, unit, piece);
      draft.claims.push({ start: piece.start, end: piece.end, fate: "shown" });
      if (piece.start > unit.start)
        draft.claims.push({ start: unit.start, end: piece.start, fate: "condensed", as: line });
      if (piece.end < unit.end) draft.claims.push({ start: piece.end, end: unit.end, fate: "condensed", as: line });
    },
    picture(unit) {
      const draft = open("action");
      near.set(unit, drafts.length - 1);
      act(draft, unit);
      draft.claims.push({ start: unit.start, end: unit.end, fate: "drawn" });
    },
    turn(turn, lines) {
      const placed = lines.map((line) => {
        const draft = open("talk");
        draft.lines.push(line);
        if (line.speaker !== null) {
          standing.placeOf(line.speaker);
          bring(draft, line.speaker, { ...deedIn(line.deed, pace.rules), speaks: true });
        }
        return { draft, line };
      });
      claimTurn(turn, placed, unsaid);
    },
    pass(unit, leadsIn) {
      near.set(unit, leadsIn ? drafts.length : drafts.length - 1);
    },
    done: () => ({ drafts, near, unsaid }),
  };
}

const narrationLine = (piece: Piece, size: number, title: boolean): Line => ({
  kind: "narration",
  speaker: null,
  addressee: null,
  pieces: [piece],
  size,
  tag: "",
  deed: "",
  title,
  turn: null,
  certain: true,
});

/** Only the opening picture takes a caption at once; all else is joined later, when the number of panels is known. */
function takesCaption(draft: Draft, size: number, pace: Pace): boolean {
  return draft.kind === "establish" && draft.lines.every(({ title }) => title) && draftSize(draft) + size <= pace.panel;
}

/** Gives every sentence of a turn its fate: shown in the beat of its balloon, or condensed into the nearest one. */
function claimTurn(turn: Turn, placed: readonly { draft: Draft; line: Line }[], unsaid: Span[]): void {
  const [first] = placed;
  for (const span of turn.sentences.flat()) {
    if (!first) {
      unsaid.push(span);
      continue;
    }
    let at = span.start;
    const inside = placed
      .flatMap(({ draft, line }) => line.pieces.map((piece) => ({ draft, line, piece })))
      .filter(({ piece }) => piece.start >= span.start && piece.end <= span.end);
    for (const { draft, line, piece } of inside) {
      if (piece.start > at && piece.opens)
        draft.claims.push({ start: at, end: piece.start, fate: "condensed", as: line });
      draft.claims.push({ start: piece.start, end: piece.end, fate: "shown" });
      at = Math.max(at, piece.end);
    }
    if (at >= span.end) continue;
    const nearest = inside.at(-1) ?? placed.findLast(({ line }) => (line.pieces[0]?.start ?? Infinity) <= at) ?? first;
    nearest.draft.claims.push({ start: at, end: span.end, fate: "condensed", as: nearest.line });
  }
}
