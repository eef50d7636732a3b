import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { type Gait, beastStature, gaitOfPose } from "../../page/stature.ts";
import type { Head, StagedFigure } from "../../page/page.ts";
import type { ModelSheet } from "../artist.ts";
import { nibFor } from "../people/brush.ts";
import type { FigureView } from "../people/draw-figure.ts";
import type { Emotion } from "../../script/script.ts";
import { expressions } from "../people/expressions.ts";
import { drawShadowFigure, haloOf } from "../people/shadow-figure.ts";
import { clamp, sightOf } from "../people/space.ts";
import { withoutUnseenClips } from "../people/unseen-clips.ts";
import type { BodyInk, BodyView } from "./beast-body.ts";
import { planOf } from "./beast-bodies-data.ts";
import { carriedThing } from "./carried-thing.ts";
import { coatOf } from "./beast-coat.ts";
import { drawBeastHead } from "./beast-head.ts";
import { type BeastSpecies, headPlanOf } from "./beast-heads-data.ts";
import { shownYaw } from "./beast-turn.ts";
import type { BeastView } from "./beast-view.ts";
import { birdBody } from "./bird-body.ts";
import { fishBody } from "./fish-body.ts";
import { fourLeggedBody } from "./four-legged-body.ts";
import { snakeBody } from "./snake-body.ts";
import { grubBody } from "./grub-body.ts";
import { uprightBody } from "./upright-body.ts";

/** Draws a beast where the page has staged its head: on its own feet, or upright in clothes where the text dresses it. */
export function drawBeast(figure: StagedFigure, sheet: ModelSheet, species: BeastSpecies, view: FigureView): string {
  const beast = beastView(figure, sheet, species, view);
  const head = drawBeastHead(beast);
  const body = bodyOf(figure, sheet, beast, view, head.outline);
  const outline = body.outline + head.outline;
  if (figure.silhouette) return drawShadowFigure(outline, figure.head.size, view.night);
  const halo = haloOf(outline, Math.max(2.4, beast.nib.bold * 2));
  return withoutUnseenClips(`<g>${halo}${body.svg}${head.under}${body.join}${head.over}${body.over}</g>`, view.bounds);
}

/** Where a beast touches the ground: its level, and the middles of what rests on it, in page units. */
export function beastFooting(
  figure: StagedFigure,
  sheet: ModelSheet,
  species: BeastSpecies,
  view: FigureView,
): { ground: number; soles: Point[] } {
  const beast = beastView(figure, sheet, species, view);
  const gait = gaitOf(figure, sheet, species, view);
  const { head } = beast;
  const ground = head.y + groundOf(figure, sheet, species, gait) * head.size;
  const upright = goesUpright(sheet, species);
  const turn = (bodyYawOf(beast, gait, upright, view) * Math.PI) / 180;
  const reach = upright || species === "bird" ? [-0.3] : supports(species, gait);
  return { ground, soles: reach.map((z) => ({ x: head.x + steady.sin(turn) * z * head.size, y: ground })) };
}

/** How far behind the head the fore and hind paws stand, in head sizes. */
function supports(species: Exclude<BeastSpecies, "bird">, gait: Gait): number[] {
  if (species === "insect") return [-0.6, -2];
  if (species === "fish") return [-0.8];
  const plan = planOf(species);
  if (plan === null) return [-1];
  const { ahead, length, folded } = plan;
  if (gait === "sit" || gait === "rear" || folded) return [-ahead * 0.6, -ahead * 0.6 - length * 0.6];
  return [-ahead, -ahead - length];
}

function beastView(figure: StagedFigure, sheet: ModelSheet, species: BeastSpecies, view: FigureView): BeastView {
  const lies = gaitOf(figure, sheet, species, view) === "lie";
  const asleep = lies && !figure.speaks;
  const raised = species === "fish" && goesUpright(sheet, species);
  const head = lies ? laidDown(figure.head) : raised ? snoutRaised(figure.head) : upheld(figure, species, view);
  const turn = glanced(((((head.yaw + 180) % 360) + 360) % 360) - 180, figure, species, view);
  const staged = shownYaw(species, seenAside(figure, sheet, species, view) ? aside(turn, species) : turn);
  const yaw = isCutOff(staged, figure.head, species, view) ? -staged : staged;
  // A long muzzle seen from before would hide the eyes or the chin when it nods.
  const nods = Math.abs(yaw) < 35 ? 0.4 : 1;
  const pitch = nods * clamp(head.pitch, -13, 9);
  return {
    species,
    name: sheet.name,
    plan: headPlanOf(species, sheet.name),
    coat: coatOf(species, sheet.hairColour, sheet.name),
    head,
    sight: sightOf({ ...head, yaw, pitch }),
    size: head.size,
    yaw,
    emotion: figure.emotion,
    expression: expressions[figure.emotion],
    speaks: figure.speaks,
    asleep,
    nib: nibFor(head.size),
    small: head.size < 60,
    prefix: `${view.prefix}f`,
    seed: sheet.seed,
    within: view.bounds,
  };
}

/** How far a muzzle reaches from the middle of the head, in head sizes. */
const muzzleReach = 0.86;

/** Whether the frame would cut off the nose of who looks at the reader, as the page has it, and would not on the other side. */
function isCutOff(yaw: number, { x, size, yaw: told }: Head, species: BeastSpecies, { bounds }: FigureView): boolean {
  if (!muzzled.has(species) || Math.abs(told) > 55 || Math.abs(yaw) < 60) return false;
  const within = (tip: number): boolean => tip > bounds.x && tip < bounds.x + bounds.width;
  const tip = Math.sign(yaw) * muzzleReach * size;
  return !within(x + tip) && within(x - tip);
}

/** Seen with its whole length a beast looks the way it stands, or its face would sit there like a mask; a beak and a fish are always seen from the side. */
function seenAside(figure: StagedFigure, sheet: ModelSheet, species: BeastSpecies, view: FigureView): boolean {
  if (species === "bird" || species === "fish" || species === "snake") return true;
  if (species === "insect") return false;
  const gait = gaitOf(figure, sheet, species, view);
  const long = planOf(species)?.stiff || gait === "walk" || gait === "run" || gait === "crouch" || gait === "stand";
  return long && !goesUpright(sheet, species);
}

/** Of a bird from behind nothing would be left but a ball on a ball. */
function aside(yaw: number, species: BeastSpecies): number {
  const turn = Math.abs(yaw);
  if (turn > 90 && species !== "bird") return yaw;
  return (yaw < 0 ? -1 : 1) * clamp(turn, species === "bird" || species === "fish" ? 48 : 66, 90);
}

/**
 * A beast's head leans little, for it has no shoulders to lean against. One with a muzzle lowers it in anger, fear and
 * sorrow and lifts it in joy; with nothing on its mind it holds it now so, now so.
 */
function upheld({ head, emotion }: StagedFigure, species: BeastSpecies, { seed }: FigureView): Head {
  if (!muzzled.has(species)) return { ...head, tilt: clamp(head.tilt, -5, 5) };
  const down = nosesDown[emotion] ?? (seed % 5) * 3 - 6;
  return { ...head, tilt: (head.yaw < 0 ? -1 : 1) * down };
}

/** Degrees by which the nose sinks. */
const nosesDown: Readonly<Partial<Record<Emotion, number>>> = {
  angry: 7,
  furious: 9,
  afraid: 10,
  sad: 12,
  crying: 12,
  ashamed: 13,
  tired: 11,
  suspicious: 7,
  happy: -8,
  laughing: -8,
  surprised: -7,
  determined: -5,
};

const muzzled: ReadonlySet<BeastSpecies> = new Set<BeastSpecies>(["dog", "wolf", "fox", "bear", "lion"]);

const restingTurns = [10, 80, 50, 66];

/** Alone and at rest such a head is seen now half turned, now from the side, so that no two panels are alike. */
function glanced(turn: number, { speaks, emotion }: StagedFigure, species: BeastSpecies, { seed }: FigureView): number {
  const rests = !speaks && (emotion === "neutral" || emotion === "calm" || emotion === "thinking");
  if (!muzzled.has(species) || !rests || Math.abs(turn) > 90) return turn;
  return (turn < 0 ? -1 : 1) * (restingTurns[(seed >>> 3) % restingTurns.length] ?? 50);
}

/** A fish in a coat lifts its snout: laid level on the collar its head would be a fish on a plate. */
const snoutRaised = (head: Head): Head => ({ ...head, tilt: head.yaw >= 0 ? -20 : 20 });

/** Who lies rests the cheek on the ground. */
function laidDown(head: Head): Head {
  const side = head.yaw >= 0 ? 1 : -1;
  return { ...head, yaw: side * clamp(Math.abs(head.yaw), 42, 70), pitch: 0, tilt: side * 14 };
}

/** Close to the reader only head and breast are seen: a beast on its feet shows them best on its haunches. */
function gaitOf({ pose, head }: StagedFigure, sheet: ModelSheet, species: BeastSpecies, view: FigureView): Gait {
  const upright = goesUpright(sheet, species);
  const gait = gaitOfPose(pose, upright);
  const bust = view.shot === "close" || view.shot === "medium";
  if (!bust || upright || planOf(species)?.hoof || species === "bird") return gait;
  // Up on its hind legs a mouse has forepaws; sitting close to the reader it would seem to have none.
  if (species === "mouse" && (gait === "stand" || gait === "walk" || gait === "sit")) return "rear";
  // A run shows the length of the back where the frame hides the legs.
  const below = (view.bounds.y + view.bounds.height - head.y) / head.size;
  return gait === "stand" || gait === "walk" || (gait === "run" && below > 1.5) ? "sit" : gait;
}

function groundOf({ pose }: StagedFigure, sheet: ModelSheet, species: BeastSpecies, gait: Gait): number {
  const { grounds } = beastStature(species, sheet.costume !== "none").beast;
  return grounds[gait === "sit" ? "sit" : pose];
}

function bodyOf(
  figure: StagedFigure,
  sheet: ModelSheet,
  beast: BeastView,
  view: FigureView,
  headOutline: string,
): BodyInk & { over: string } {
  const { species, head } = beast;
  const gait = gaitOf(figure, sheet, species, view);
  const upright = goesUpright(sheet, species);
  const bodyYaw = bodyYawOf(beast, gait, upright, view);
  const body: BodyView = {
    beast,
    gait,
    bodyYaw,
    sight: sightOf({ x: head.x, y: head.y, size: head.size, yaw: bodyYaw, pitch: 0, tilt: 0 }),
    ground: groundOf(figure, sheet, species, gait),
    headOutline,
  };
  if (upright) return { ...uprightBody(body, figure, sheet), over: "" };
  const thing = carriedThing(body, figure, sheet);
  const own = ownBody(body, species);
  return { ...own, outline: own.outline + thing.outline, over: thing.svg };
}

function ownBody(body: BodyView, species: BeastSpecies): BodyInk {
  if (species === "bird") return birdBody(body);
  if (species === "insect") return grubBody(body);
  if (species === "fish") return fishBody(body);
  if (species === "snake") return snakeBody(body);
  return fourLeggedBody(body, species);
}

const goesUpright = ({ costume }: ModelSheet, species: BeastSpecies): boolean =>
  costume !== "none" && species !== "insect" && species !== "snake";

const bodyYawOf = (beast: BeastView, gait: Gait, upright: boolean, view: FigureView): number =>
  upright ? turned(beast, 12, 58, 150) : bodyTurn(beast, gait, view);

/** The body follows the head within limits; from behind it turns its back. */
function turned({ yaw }: BeastView, least: number, most: number, back: number): number {
  const side = yaw >= 0 ? 1 : -1;
  const turn = Math.abs(yaw);
  return side * (turn <= 104 ? clamp(turn, least, most) : clamp(turn, 116, back));
}

/** A four-legged body is shown from the side as far as the panel has room for its length behind the head. */
function bodyTurn(beast: BeastView, gait: Gait, { bounds }: FigureView): number {
  const { species, head } = beast;
  if (species === "fish" || species === "snake") return beast.yaw;
  if (species === "bird") return turned(beast, 30, 66, 150);
  const plan = planOf(species);
  const stiff = plan?.stiff ?? false;
  if (gait === "sit" && !stiff) return turned(beast, 22, 56, 152);
  if (gait === "rear" && !stiff) return turned(beast, 22, 52, 150);
  const wanted = turned(beast, species === "insect" ? 46 : 56, 76, 128);
  const side = wanted >= 0 ? 1 : -1;
  const trunk = plan === null ? 2.4 : plan.ahead + plan.length + plan.rump;
  const room = (side > 0 ? head.x - bounds.x : bounds.x + bounds.width - head.x) / head.size;
  const most = room >= trunk ? 90 : (steady.asin(clamp(room / trunk, 0.45, 1)) * 180) / Math.PI;
  const turn = Math.abs(wanted);
  return side * (turn <= 90 ? Math.min(turn, Math.max(most, 34)) : Math.max(turn, 180 - Math.max(most, 34)));
}
