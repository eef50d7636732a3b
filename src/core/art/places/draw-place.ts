import type { PlaceSheet } from "../artist.ts";
import type { Canvas } from "../canvas.ts";
import { castleStations, drawCastle, drawGate, drawTower, gateStations, towerStations } from "./castle.ts";
import { caveStations, drawCave, drawUnderground } from "./cave.ts";
import { drawForest, forestStations } from "./forest.ts";
import { drawField, drawGarden, drawGraveyard, fieldStations, gardenStations } from "./garden.ts";
import { drawChurch, drawCourtroom, drawHall, hallStations } from "./hall.ts";
import { drawHarbour, drawShip, harbourStations, shipStations } from "./harbour.ts";
import { indoorLight, outdoorLight } from "./light.ts";
import { drawMountain, mountainStations } from "./mountain.ts";
import { drawRoom, roomStations } from "./room.ts";
import { Scene } from "./scene.ts";
import { drawSchool, drawTrain, schoolStations, trainStations } from "./school.ts";
import { drawStreet, drawVillage, streetStations, villageStations } from "./street.ts";
import { drawKitchen, drawShop, drawTavern, tavernStations } from "./tavern.ts";
import { cameraFor, distanceOf, type PlaceView, type Stations } from "./view.ts";
import { drawRiver, drawShore, riverStations, shoreStations } from "./water.ts";

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
};

/** Every kind of place that can be drawn. */
// The record above has exactly the kinds as its keys.
export const placeKinds = Object.keys(generators) as PlaceSheet["kind"][];

const generatorOf = (sheet: PlaceSheet): Generator => generators[sheet.kind];

/** Whether the place has a roof over it, so that no rain falls in it. */
export const drawnInside = (sheet: PlaceSheet): boolean => generatorOf(sheet).indoors;

/** Draws a place as a panel sees it; the same sheet gives the same place from every side (D4). */
export function drawPlace(canvas: Canvas, sheet: PlaceSheet, view: PlaceView): void {
  const { stations, indoors, draw } = generatorOf(sheet);
  const camera = cameraFor(view, stations);
  const light = (indoors ? indoorLight : outdoorLight)(canvas, view.time, view.weather, softness(view));
  draw(sheet, new Scene(canvas, camera, light, distanceOf(view, camera) * 0.92));
}

/** How far the place steps back behind its people: not at all in a wide view, wholly behind a face that fills the panel. */
function softness({ heads, bounds }: PlaceView): number {
  const largest = Math.max(0, ...heads.map((head) => head.size));
  const share = largest / Math.min(bounds.height, bounds.width);
  return Math.max(0, Math.min(1, (share - 0.07) / 0.17));
}
