import type { Rect } from "../../geometry/geometry.ts";
import type { Scenery } from "../../script/script.ts";
import type { PlaceSheet } from "../artist.ts";
import type { Canvas } from "../canvas.ts";
import { arenaStations, drawArena, isArena } from "./arena.ts";
import { drawLoft, loftStations } from "./attic.ts";
import { drawBlack, drawTone } from "./black-view.ts";
import { drawLettered } from "./lettered-ground.ts";
import { burrowStations, drawBurrow } from "./burrow.ts";
import { campStations, drawCamp, isCamp } from "./camp.ts";
import { cabInsideStations, cabStations, drawCabInside, drawCabOutside } from "./carriages.ts";
import { castleStations, drawCastle, drawGate, gateStations } from "./castle.ts";
import { caveStations, drawCave, drawUnderground } from "./cave.ts";
import { cornerInside, drawCorner } from "./corner-view.ts";
import {
  chamberStations,
  drawBath,
  drawBedroom,
  drawCabin,
  drawCorridor,
  drawLibrary,
  drawPrison,
  drawWard,
  passageStations,
  wardStations,
} from "./dwellings.ts";
import { compartmentStations, drawCompartment } from "./compartment.ts";
import { drawCourtyard, isCourtyard } from "./courtyard.ts";
import { drawHouseFront, houseFrontStations, isHouseFront } from "./country-house.ts";
import { drawFarPlain, drawStoneCity, farCityStations, farPlainStations } from "./far-worlds.ts";
import { drawForest, forestStations } from "./forest.ts";
import { drawField, drawGarden, drawGraveyard, fieldStations, gardenStations } from "./garden.ts";
import { drawChurch, drawCourtroom, drawHall, hallStations } from "./hall.ts";
import { drawHarbour, drawShip, harbourStations, shipStations } from "./harbour.ts";
import { drawHotSpring, isHotSpring } from "./hot-spring.ts";
import { indoorLight, outdoorLight } from "./light.ts";
import { drawMoor, isMoor, moorStations } from "./moor.ts";
import { drawMountain, mountainStations } from "./mountain.ts";
import { drawNoodleShop, isNoodleShop } from "./noodle-shop.ts";
import { boatStations, drawBoat, drawSea } from "./open-water.ts";
import { drawPit, isPit, pitStations } from "./pit.ts";
import { drawPool, isPool, poolStations } from "./pool.ts";
import { headAreas } from "./quiet-heads.ts";
import { drawRoom, roomStations } from "./room.ts";
import { Scene } from "./scene.ts";
import { drawSeaCliff, isSeaCliff, seaCliffStations } from "./sea-cliff.ts";
import { drawSchool, drawTrain, schoolStations, trainStations } from "./school.ts";
import { drawSchoolHouse, drawStaffRoom, isClassroom, schoolyardStations } from "./schoolhouse.ts";
import { drawSkyView } from "./sky-view.ts";
import { drawStaircase, isStaircase, staircaseStations } from "./staircase.ts";
import { drawStoneChamber, stoneChamberStations } from "./stone-chamber.ts";
import { drawStreet, drawVillage, streetStations, villageStations } from "./street.ts";
import { drawKitchen } from "./kitchen.ts";
import { drawShop, drawTavern, tavernStations } from "./tavern.ts";
import { drawTheatre, theatreStations } from "./theatre.ts";
import { drawTower, towerStations } from "./towers.ts";
import { drawVault, isVault, vaultStations } from "./vault.ts";
import { cameraFor, distanceOf, type PlaceView, standsOf, type Stations } from "./view.ts";
import { drawBattlefield, drawDesert, wasteStations } from "./wastes.ts";
import { drawMarket, marketStations } from "./market.ts";
import { drawPlatform, platformStations } from "./platform.ts";
import { bridgeStations, drawBridge, drawRoad, roadStations } from "./roads.ts";
import { drawShrine, shrineStations } from "./shrine.ts";
import { drawInn, drawYard, innStations, yardStations } from "./yards.ts";
import { drawRiver, riverStations } from "./river.ts";
import { drawShore, shoreStations } from "./water.ts";

interface Generator {
  stations: Stations;
  indoors: boolean;
  draw: (sheet: PlaceSheet, scene: Scene) => void;
}

const generators: Record<PlaceSheet["kind"], Generator> = {
  room: { stations: roomStations, indoors: true, draw: drawRoom },
  hall: { stations: hallStations, indoors: true, draw: drawHall },
  kitchen: { stations: tavernStations, indoors: true, draw: drawKitchen },
  shop: { stations: tavernStations, indoors: true, draw: drawShop },
  tavern: { stations: tavernStations, indoors: true, draw: drawTavern },
  street: { stations: streetStations, indoors: false, draw: drawStreet },
  village: { stations: villageStations, indoors: false, draw: drawVillage },
  forest: { stations: forestStations, indoors: false, draw: drawForest },
  garden: { stations: gardenStations, indoors: false, draw: drawGarden },
  field: { stations: fieldStations, indoors: false, draw: drawField },
  mountain: { stations: mountainStations, indoors: false, draw: drawMountain },
  river: { stations: riverStations, indoors: false, draw: drawRiver },
  shore: { stations: shoreStations, indoors: false, draw: drawShore },
  harbour: { stations: harbourStations, indoors: false, draw: drawHarbour },
  ship: { stations: shipStations, indoors: false, draw: drawShip },
  castle: { stations: castleStations, indoors: false, draw: drawCastle },
  gate: { stations: gateStations, indoors: false, draw: drawGate },
  church: { stations: hallStations, indoors: true, draw: drawChurch },
  tower: { stations: towerStations, indoors: false, draw: drawTower },
  cave: { stations: caveStations, indoors: true, draw: drawCave },
  graveyard: { stations: gardenStations, indoors: false, draw: drawGraveyard },
  courtroom: { stations: hallStations, indoors: true, draw: drawCourtroom },
  school: { stations: schoolStations, indoors: true, draw: drawSchool },
  train: { stations: trainStations, indoors: true, draw: drawTrain },
  underground: { stations: caveStations, indoors: true, draw: drawUnderground },
  bedroom: { stations: chamberStations, indoors: true, draw: drawBedroom },
  library: { stations: chamberStations, indoors: true, draw: drawLibrary },
  corridor: { stations: passageStations, indoors: true, draw: drawCorridor },
  ward: { stations: wardStations, indoors: true, draw: drawWard },
  prison: { stations: chamberStations, indoors: true, draw: drawPrison },
  bath: { stations: chamberStations, indoors: true, draw: drawBath },
  loft: { stations: loftStations, indoors: true, draw: drawLoft },
  cabin: { stations: { ...chamberStations, ceiling: 2.3 }, indoors: true, draw: drawCabin },
  theatre: { stations: theatreStations, indoors: true, draw: drawTheatre },
  inn: { stations: innStations, indoors: false, draw: drawInn },
  market: { stations: marketStations, indoors: false, draw: drawMarket },
  bridge: { stations: bridgeStations, indoors: false, draw: drawBridge },
  yard: { stations: yardStations, indoors: false, draw: drawYard },
  shrine: { stations: shrineStations, indoors: false, draw: drawShrine },
  platform: { stations: platformStations, indoors: false, draw: drawPlatform },
  road: { stations: roadStations, indoors: false, draw: drawRoad },
  cab: { stations: cabInsideStations, indoors: true, draw: drawCabInside },
  boat: { stations: boatStations, indoors: false, draw: drawBoat },
  sea: { stations: boatStations, indoors: false, draw: drawSea },
  desert: { stations: wasteStations, indoors: false, draw: drawDesert },
  battlefield: { stations: wasteStations, indoors: false, draw: drawBattlefield },
};

/** Every kind of place that can be drawn. */
// The record above has exactly the kinds as its keys.
export const placeKinds = Object.keys(generators) as PlaceSheet["kind"][];

const cabOutside: Generator = { stations: cabStations, indoors: false, draw: drawCabOutside };

const staffRoom: Generator = { stations: schoolStations, indoors: true, draw: drawStaffRoom };
const schoolHouse: Generator = { stations: schoolyardStations, indoors: false, draw: drawSchoolHouse };

const burrow: Generator = { stations: burrowStations, indoors: true, draw: drawBurrow };

/** Timber holds up what people dug for ore; every other hole under the ground is bare earth. */
const mined = /\bmines?\b|colliery|\bpits?\b|quarry|cellar|vault|catacomb|subway|metro|坑|鉱|地下/iu;
const dug = /\bholes?\b|burrow|\bden\b|warren|\blair\b|巣|穴(?!居)/iu;

function isBurrow({ kind, name }: PlaceSheet): boolean {
  return kind === "underground" ? !mined.test(name) : kind === "cave" && dug.test(name);
}

/** Worlds in which nobody lives between wallpaper and sash windows. */
const ofStone = ({ world }: PlaceSheet): boolean =>
  world === "planet" || world === "ancient" || world === "medieval" || world === "orient";

const chambers: ReadonlySet<PlaceSheet["kind"]> = new Set(["room", "bedroom", "library", "corridor", "ward", "school"]);
const isStoneChamber = (sheet: PlaceSheet): boolean => chambers.has(sheet.kind) && ofStone(sheet);
const stoneChamber: Generator = { stations: stoneChamberStations, indoors: true, draw: drawStoneChamber };

/** Far from the sea a cabin is a house of logs; its one room has a hearth, as a poor man's anywhere. */
const isLogHouse = ({ kind, world, name, manner }: PlaceSheet): boolean =>
  (world === "frontier" && kind === "cabin") ||
  (manner === "european" && kind === "room" && /\b(?:hut|shack|cottage|hovel|block-?house|log-house)\b/i.test(name));

/** Rough rooms of boards where goods lie or work is done. */
const isBarn = ({ kind, name }: PlaceSheet): boolean =>
  (kind === "shop" || kind === "yard") && /\b(?:barn|stables?|forge|smithy|warehouse|workshop)\b/i.test(name);

const plains: ReadonlySet<PlaceSheet["kind"]> = new Set(["field", "desert", "road"]);
const isFarPlain = ({ kind, world }: PlaceSheet): boolean => world === "planet" && plains.has(kind);

const farPlain: Generator = { stations: farPlainStations, indoors: false, draw: drawFarPlain };

const towns: ReadonlySet<PlaceSheet["kind"]> = new Set(["street", "market", "village", "yard", "inn", "platform"]);
const isStoneCity = ({ kind, world }: PlaceSheet): boolean =>
  (world === "planet" && (towns.has(kind) || kind === "castle")) ||
  ((world === "ancient" || world === "orient") && towns.has(kind) && kind !== "village");

/** Parts of places are those of Europe and Japan: of other worlds there is the whole only. */
const isElsewhere = (sheet: PlaceSheet): boolean =>
  isStoneChamber(sheet) || isLogHouse(sheet) || isFarPlain(sheet) || isStoneCity(sheet);

/** A hole under the ground is the same all round: no part of it stands for the whole. */
const hasCorners = (sheet: PlaceSheet): boolean =>
  sheet.kind !== "cave" &&
  !isPit(sheet) &&
  !isVault(sheet) &&
  !isArena(sheet) &&
  !isElsewhere(sheet) &&
  !isBurrow(sheet);

/** Places that a name makes more of than their kind, the first that fits. */
const named: readonly (readonly [(sheet: PlaceSheet) => boolean, Generator])[] = [
  [isVault, { stations: vaultStations, indoors: true, draw: drawVault }],
  [isArena, { stations: arenaStations, indoors: false, draw: drawArena }],
  [isCamp, { stations: campStations, indoors: false, draw: drawCamp }],
  [isStoneChamber, stoneChamber],
  [isLogHouse, generators.kitchen],
  [isBarn, generators.loft],
  [isStaircase, { stations: staircaseStations, indoors: true, draw: drawStaircase }],
  [isSeaCliff, { stations: seaCliffStations, indoors: false, draw: drawSeaCliff }],
  [isCourtyard, { stations: yardStations, indoors: false, draw: drawCourtyard }],
  [isFarPlain, farPlain],
  [isStoneCity, { stations: farCityStations, indoors: false, draw: drawStoneCity }],
  [isPit, { stations: pitStations, indoors: false, draw: drawPit }],
  [isMoor, { stations: moorStations, indoors: false, draw: drawMoor }],
  [isBurrow, burrow],
  [isNoodleShop, { stations: tavernStations, indoors: true, draw: drawNoodleShop }],
  [isHotSpring, { stations: { ...tavernStations, walk: 2 }, indoors: true, draw: drawHotSpring }],
  [isPool, { stations: poolStations, indoors: false, draw: drawPool }],
  [isHouseFront, { stations: houseFrontStations, indoors: false, draw: drawHouseFront }],
];

/** A Japanese house where one dines on mats; it has no counter and no stools. */
const feasts = ({ manner, name }: PlaceSheet): boolean => manner === "japanese" && /料理|料亭|茶屋/u.test(name);

/** Who talks in an inn sits in one of its rooms: mats in Japan, else a chamber with its bed. */
const lodging = ({ manner }: PlaceSheet): Generator => (manner === "japanese" ? generators.room : generators.bedroom);

/** Before the age of saloon cars a train is a row of compartments. */
const compartment: Generator = { stations: compartmentStations, indoors: true, draw: drawCompartment };

/** A cab is seen from outside in a wide view and from inside in all others. */
function generatorOf(sheet: PlaceSheet, view: Seen): Generator {
  const special = named.find(([fits]) => fits(sheet));
  if (special) return special[1];
  if (sheet.kind === "inn" && (sheet.inside || (view.peopled && view.shot !== "wide"))) return lodging(sheet);
  // Who talks in a castle is within its walls.
  if (sheet.kind === "castle" && sheet.manner !== "japanese" && sheet.inside && view.peopled && view.shot !== "wide")
    return stoneChamber;
  if (sheet.kind === "tavern" && feasts(sheet)) return generators.room;
  if (sheet.kind === "train" && sheet.manner !== "modern" && view.scenery !== "crowd" && view.scenery !== "faces")
    return compartment;
  if (sheet.kind === "cab" && view.shot === "wide") return cabOutside;
  if (sheet.kind === "school" && !isClassroom(sheet)) return schoolOf(sheet, view);
  return generators[sheet.kind];
}

/** Of a school of which no room is named: its front where it stands empty, else the class that fills it or the teachers' room. */
function schoolOf({ manner }: PlaceSheet, { shot, scenery, peopled }: Seen): Generator {
  if (scenery === "crowd" || scenery === "faces") return generators.school;
  if (shot === "wide" && !peopled) return schoolHouse;
  return manner === "japanese" ? staffRoom : generators.school;
}

/** What decides which side of a place is seen. */
type Seen = Pick<PlaceView, "shot" | "scenery"> & { peopled: boolean };

/** Whether what is drawn has a roof over it, so that no rain falls in it; `seed` is the panel's. */
export function drawnInside(sheet: PlaceSheet, seen: Seen & { seed: number }): boolean {
  const { scenery, seed } = seen;
  if (scenery === "black" || scenery === "tone") return true;
  if (aloft(scenery)) return false;
  return scenery === "corner" && hasCorners(sheet) ? cornerInside(sheet, seed) : generatorOf(sheet, seen).indoors;
}

/** Birds circle where the sky is seen. */
const aloft = (scenery: Scenery): boolean => scenery === "sky" || scenery === "flock";

/** Draws a place as a panel sees it; the same sheet gives the same place from every side (D4). */
export function drawPlace(canvas: Canvas, sheet: PlaceSheet, view: PlaceView): void {
  const scenery = view.heads.length > 0 ? "place" : view.scenery;
  if (view.lettered !== undefined && view.lettered.length > 0)
    return drawLettered(canvas, { words: view.lettered, dark: scenery === "black", seed: view.seed });
  if (scenery === "black") return drawBlack(canvas, view.seed, starry(sheet, view));
  if (scenery === "tone") return drawTone(canvas, view.seed);
  if (scenery === "corner" && hasCorners(sheet))
    return canvas.as(cornerInside(sheet, view.seed) ? "wall" : "ground", () => drawCorner(canvas, sheet, view));
  if (aloft(scenery)) return drawSkyOver(canvas, sheet, view);
  const { stations, indoors, draw } = generatorOf(sheet, seenIn(view));
  const camera = cameraFor(view, stations);
  const plain = (indoors ? indoorLight : outdoorLight)(canvas, view.time, view.weather, softness(view));
  const light = { ...plain, taken: takenIn(view, plain.dark) };
  const scene = new Scene(canvas, camera, light, distanceOf(view, camera) * 0.92, standsOf(view, camera), view.heads);
  canvas.as(indoors ? "wall" : "ground", () => draw(sheet, scene));
}

/** How far the dark round a head reaches by night, in head sizes: it would lie over a moon in stripes (`setOff`). */
const darkened = 2.1;

/** Where heads and balloons are; by night with the dark round the heads. */
const takenIn = ({ heads, covered }: PlaceView, dark = false): Rect[] => [
  ...headAreas(heads),
  ...covered,
  ...(dark ? heads : []).map(({ x, y, size }) => ({
    x: x - darkened * size,
    y: y - darkened * size,
    width: 2 * darkened * size,
    height: 2 * darkened * size,
  })),
];

/** The sky over a place; where one great building is the place, it stands there as it does in every other view, seen from below. */
function drawSkyOver(canvas: Canvas, sheet: PlaceSheet, view: PlaceView): void {
  const light = { ...outdoorLight(canvas, view.time, view.weather), taken: takenIn(view) };
  const landmark = landmarkOf(sheet);
  if (!landmark) return drawSkyView(canvas, light, sheet, view);
  const { bounds } = view;
  const camera = cameraFor({ ...view, shot: "wide", camera: "eye" }, landmark.stations);
  const low = { ...camera, eye: 1.5, horizon: bounds.y + bounds.height * 0.95 };
  landmark.draw(sheet, new Scene(canvas, low, light, 0));
}

/** The building that rises over a place; a loft of old Japan is the upper storey of a gate. */
function landmarkOf(sheet: PlaceSheet): Generator | null {
  const { kind, manner, world } = sheet;
  if (world === "planet") return farPlain;
  if (kind === "gate" || kind === "castle" || kind === "tower" || kind === "shrine") return generators[kind];
  if (kind === "loft" && manner === "japanese") return generators.gate;
  return kind === "school" ? schoolHouse : null;
}

const seenIn = ({ shot, scenery, heads }: PlaceView): Seen => ({ shot, scenery, peopled: heads.length > 0 });

/** Stars need the open air and a clear night. */
function starry(sheet: PlaceSheet, view: PlaceView): boolean {
  if (generatorOf(sheet, seenIn(view)).indoors || sheet.inside) return false;
  return view.time === "night" && (view.weather === "clear" || view.weather === "wind");
}

/** How far the place steps back behind its people: not at all in a wide view, wholly behind a face that fills the panel. */
function softness({ heads, bounds }: PlaceView): number {
  const largest = Math.max(0, ...heads.map((head) => head.size));
  const share = largest / Math.min(bounds.height, bounds.width);
  return Math.max(0, Math.min(1, (share - 0.07) / 0.17));
}
