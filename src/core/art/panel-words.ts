import type { Panel } from "../page/page.ts";

/** What the words in a panel say of the picture that neither place nor figures tell. */
type Worded = { balloons: readonly Pick<Panel["balloons"][number], "words">[] };

const tells = ({ balloons }: Worded, of: RegExp): boolean => balloons.some(({ words }) => of.test(words));

const deadBodies = /死骸|死体|屍|死人|\b(?:corpses?|dead (?:bod(?:y|ies)|men|man|women|woman))\b/iu;
const whiteClothes =
  /白い(?:着物|衣|装束|かみしも|裃)|白装束|白無垢|\b(?:(?:all|clad|dressed|robed) in white|white (?:robes|gowns|garments|dresses|clothes))\b/iu;
const processions = /葬列|行列|\b(?:processions?|cort[eè]ge|marched past|filed (?:past|by))\b/iu;
/** Stars in the sky that somebody sees; not those of a stage, nor on a coat. */
const stars =
  /\b(?:watch(?:ed|ing)?|looked up at|gazed (?:up )?at|counted) the stars\b|\b(?:falling|shooting) stars\b|\bthe stars (?:that fell|fell|shone|twinkled|glittered|were (?:out|shining)|came out)\b|星(?:が|は)(?:光|かがや|輝|またた|瞬|流れ|出て)|満天の星|流れ星/iu;

/** Whether the words in a panel tell of dead bodies. */
export const tellsDeadBodies = (panel: Worded): boolean => tells(panel, deadBodies);

/** Whether they say of those who are there that they wear white. */
export const tellsWhiteClothes = (panel: Worded): boolean => tells(panel, whiteClothes);

/** Whether they tell of people who go by one after the other. */
export const tellsProcession = (panel: Worded): boolean => tells(panel, processions);

/** Whether they tell of stars in the sky: it is night then, whatever the hour of the scene. */
export const tellsStars = (panel: Worded): boolean => tells(panel, stars);
