import { fabric } from "../fabric.ts";
import { black, isDark, middling, pale, plain, white } from "./cloth.ts";
import type { Cut } from "./costume-tailored.ts";
import type { CostumeView } from "./costume-view.ts";

export const isWoman = (v: CostumeView): boolean => v.sheet.gender === "female";

/** The suits of a street: buttoned high or low, with what their wearers like round the neck. */
export const suitCut = (v: CostumeView): Cut => {
  const { seed } = v.sheet;
  const ties: readonly Pick<Cut, "neckwear" | "collar">[] = [
    { neckwear: "tie", collar: "soft" },
    { neckwear: "bow", collar: "stiff" },
    { neckwear: "tie", collar: "stiff" },
    { neckwear: "string", collar: "soft" },
    { neckwear: "ascot", collar: "stiff" },
    { neckwear: "bow", collar: "soft" },
  ];
  const worn = ties[(seed >>> 1) % ties.length];
  const high = seed % 3 === 0;
  return {
    deep: v.m.chest + (high ? -0.04 : 0.28),
    lapel: high ? "peak" : "notch",
    fastening: "single",
    collar: "soft",
    neckwear: "tie",
    ...worn,
    ...(isWoman(v) ? { neckwear: "none" } : {}),
    waistcoat: seed % 2 && !v.small && !high ? (isDark(v.main) ? pale : v.main) : null,
    pockets: true,
  };
};

/** Frock-coats differ in lapels, waistcoat and neckcloth. */
export const frockCut = (v: CostumeView): Cut => {
  const { seed } = v.sheet;
  const vests = [white, pale, plain(fabric("check")), middling];
  const necks: readonly Pick<Cut, "neckwear" | "collar">[] = [
    { neckwear: "ascot", collar: "stiff" },
    { neckwear: "tie", collar: "stiff" },
    { neckwear: "bow", collar: "stiff" },
    { neckwear: "ascot", collar: "stiff" },
  ];
  return {
    deep: v.m.chest + 0.2 + 0.1 * (seed % 2),
    lapel: seed % 3 === 0 ? "shawl" : "peak",
    fastening: seed % 4 === 1 ? "single" : "double",
    collar: "stiff",
    neckwear: "ascot",
    ...necks[(seed >>> 1) % necks.length],
    waistcoat: vests[(seed >>> 2) % vests.length] ?? white,
    pockets: false,
  };
};

/** Overcoats: a double-breasted one, a straight one with a velvet collar, and one with a cape. */
export const overcoatCut = (v: CostumeView): Cut => {
  const { seed, age } = v.sheet;
  const straight = seed % 3 === 1;
  return {
    deep: v.m.chest + (straight ? 0.06 : -0.04),
    lapel: straight ? "notch" : "wide",
    fastening: straight ? "single" : "double",
    collar: straight ? "stiff" : "soft",
    neckwear: isWoman(v) ? "none" : seed % 5 === 2 || age === "child" ? "muffler" : straight ? "ascot" : "tie",
    waistcoat: null,
    pockets: true,
    ...(straight && !isWoman(v) ? { nape: black } : {}),
  };
};
