import type { Rect } from "../geometry/geometry.ts";
import type { Panel } from "../page/page.ts";
import type { Person, Place, Species, World } from "../story/story.ts";
import type { Age, Build, Gender, HairColour, HairStyle, Height } from "../story/story.ts";

/** Someone or something that fills panels with pictures. The built-in artist is one; an image model can be another. */
export interface Artist {
  /** Name and version, for the report and for stored work. */
  id: string;
  /** Makes the sheet of every person and place once per book, so that they stay the same (D2, D3, D4). */
  sheets(cast: readonly Person[], places: readonly Place[], seed: number, world?: World): Sheets;
  /** Draws one panel. The result is clipped to the panel's outline by the printer. */
  draw(brief: PanelBrief): Drawing;
}

export interface Sheets {
  people: Record<string, ModelSheet>;
  /** How people look from a scene on, where the story changes it (D2); in reading order. */
  variants?: Record<string, SheetVariant[]>;
  places: Record<string, PlaceSheet>;
  /** Set where the panels are drawn in flat colour (D8); without it, in ink. */
  colour?: "flat";
}

export interface PanelBrief {
  panel: Panel;
  /** Bounding box of the panel's outline. */
  bounds: Rect;
  sheets: Sheets;
  /** Areas under balloons: nothing worth seeing belongs there. */
  covered: Rect[];
  /** From the book's seed and the panel's beat. */
  seed: number;
  /** Makes ids in `defs` unique on the page. */
  prefix: string;
}

export interface Drawing {
  /** Contents for `<defs>`, in page units. */
  defs: string;
  /** Picture in page units, back to front. */
  svg: string;
}

/** How one person is drawn, everywhere (D2). Taken from the text where it speaks, filled in by seed where it does not. */
export interface ModelSheet {
  person: string;
  name: string;
  seed: number;
  species: Species;
  gender: Gender;
  age: Age;
  build: Build;
  height: Height;
  face: "oval" | "round" | "square" | "long" | "heart";
  skin: "light" | "dark";
  hairColour: HairColour;
  hairStyle: HairStyle;
  /** Cut within the style, 0–9. */
  hairCut: number;
  brows: "thin" | "thick" | "slanted";
  eyes: "round" | "narrow" | "large" | "tired";
  nose: "small" | "straight" | "hooked" | "broad";
  beard: "none" | "moustache" | "beard" | "full-beard" | "stubble";
  glasses: "none" | "spectacles" | "monocle" | "eye-patch";
  hat: "none" | "cap" | "hat" | "top-hat" | "bonnet" | "hood" | "helmet" | "scarf" | "crown";
  marks: ("freckles" | "scar" | "mole" | "wrinkles" | "earrings" | "stitches" | "patches")[];
  costume: Costume;
  /** Fill of the main garment: what the eye remembers in a crowd (D3). */
  cloth: "black" | "white" | "grey" | "striped" | "patterned" | "dark";
  /** In a flat edition. */
  colours?: PersonColours;
}

/** The colours of one person, each as `#rrggbb`. */
export interface PersonColours {
  skin: string;
  /** Null for black hair, which is a spot black. */
  hair: { fill: string; shade: string } | null;
  /** The main garment, and what is worn beside it. */
  cloth: string;
  second: string;
}

/** A sheet that holds from one scene on, up to the next variant. */
export interface SheetVariant {
  /** Id of the scene. */
  from: string;
  sheet: ModelSheet;
}

/** What somebody wears (D2); `none` is a beast in its own fur. */
export type Costume =
  | "suit"
  | "frock-coat"
  | "tail-coat"
  | "waistcoat"
  | "coat"
  | "cloak"
  | "dressing-gown"
  | "clergy"
  | "uniform"
  | "sailor"
  | "police"
  | "livery"
  | "smock"
  | "workman"
  | "rags"
  | "armour"
  | "robe"
  | "regal"
  | "dress"
  | "regency"
  | "gown"
  | "apron-dress"
  | "maid"
  | "shawl"
  | "twenties"
  | "blouse"
  | "shirt"
  | "jersey"
  | "tee"
  | "school"
  | "kimono"
  | "haori"
  | "hakama"
  | "happi"
  | "suikan"
  | "monk"
  | "samurai"
  | "space-suit"
  | "nightshirt"
  | "yukata"
  | "tabard"
  | "tunic"
  | "harness"
  | "none";

/** How one place is drawn, everywhere (D4). */
export interface PlaceSheet {
  place: string;
  name: string;
  kind: NonNullable<Place["kind"]>;
  inside: boolean;
  seed: number;
  /** Architecture and furniture. */
  manner: "european" | "japanese" | "modern";
  /** Set where the book plays far from the Europe of the last centuries. */
  world?: World;
  /** The words of the panel tell of dead bodies; they are no furniture of a place. */
  dead?: boolean;
}
