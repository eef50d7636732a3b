import type { Random } from "../geometry/random.ts";
import type { Age, Gender, HairColour, HairStyle, Looks } from "../story/story.ts";
import type { ModelSheet } from "./artist.ts";
import type { Setting } from "./cast-setting.ts";
import { weighted } from "./weighted.ts";

/** Whose hair and beard it is. */
export interface Wearer {
  looks: Looks;
  age: Age;
  gender: Gender;
  /** Carries the book or comes back in it: keeps clear of what is worn by passers-by. */
  leading: boolean;
}

export function hairColour(random: Random, { age }: Wearer, { manner, era }: Setting): HairColour {
  if (age === "old") return weighted(random, { white: 5, grey: 4 });
  if (manner === "japanese")
    return weighted(random, { black: 12, brown: era === "modern" ? 3 : 0, grey: age === "adult" ? 0.5 : 0 });
  return weighted(random, { black: 4, brown: 3, fair: 3, red: 2, grey: age === "adult" ? 0.5 : 0 });
}

/** Men of old Japan wear their hair in a topknot, those of Meiji and later cut short. */
const isOldJapan = ({ manner, era }: Setting): boolean => manner === "japanese" && (era === "edo" || era === "heian");

export function hairStyle(random: Random, { looks, age, gender, leading }: Wearer, setting: Setting): HairStyle {
  // Whose hair is told of has some.
  const bare = looks.hairColour === null ? 1 : 0;
  if (isOldJapan(setting)) return oldJapan(random, age, gender);
  if (gender === "female") return womanStyle(random, age, setting);
  if (age === "old")
    return weighted(random, {
      bald: (leading ? 1 : 2.4) * bare,
      short: 5,
      curly: setting.manner === "japanese" ? 0 : 0.4,
      wild: 0.4,
    });
  if (age === "child") return weighted(random, { short: 6, wild: 1, curly: setting.manner === "japanese" ? 0 : 1 });
  if (setting.manner === "japanese") return weighted(random, { short: 8, wild: 0.25 });
  return weighted(random, {
    short: 9,
    wild: 0.4,
    curly: leading ? 0 : 0.4,
    bald: age === "adult" && !leading ? 0.25 * bare : 0,
  });
}

function womanStyle(random: Random, age: Age, { manner, era }: Setting): HairStyle {
  if (age === "old") return weighted(random, { tied: 6, curly: manner === "japanese" ? 0 : 2 });
  if (manner === "japanese" && era !== "modern")
    return age === "child" ? weighted(random, { short: 5, tied: 2, long: 1 }) : weighted(random, { tied: 6, long: 1 });
  if (age === "child")
    return weighted(random, { braided: 4, long: 6, tied: 1.5, curly: 0.8, short: era === "modern" ? 3 : 0.3 });
  if (era === "planet" || era === "ancient" || era === "orient" || era === "medieval")
    return weighted(random, { long: 5, tied: 3, braided: 2 });
  return era === "modern"
    ? weighted(random, { long: 4, tied: 4, short: 3, curly: 2, braided: 1 })
    : weighted(random, { tied: 6, curly: 2, braided: 1.5 });
}

function oldJapan(random: Random, age: Age, gender: Gender): HairStyle {
  if (gender === "female")
    return age === "child"
      ? weighted(random, { short: 5, tied: 2, long: 1 })
      : weighted(random, { tied: 5, long: age === "old" ? 1 : 4 });
  if (age === "old") return weighted(random, { tied: 6, bald: 2 });
  return age === "child" ? "short" : "tied";
}

/** What stands or hangs wildly looks torn off under a hat; a queen's hair falls, since what is pinned up below a crown looks cropped. */
export function underHat(hat: ModelSheet["hat"], gender: Gender, style: HairStyle): HairStyle {
  if (hat === "none") return style;
  if (hat === "crown") return gender === "female" ? "long" : style;
  if (gender === "female") return style === "curly" ? style : "tied";
  return style === "wild" || style === "long" ? "short" : style;
}

/** Cuts of a style that suit age, sex and time; by the numbers of the tables in people/hair-cuts.ts. */
export function hairCut(random: Random, style: HairStyle, { looks, age, gender }: Wearer, setting: Setting): number {
  const any = Math.floor(random() * 10);
  const among = (cuts: readonly number[]): number => cuts[any % cuts.length] ?? any;
  const woman = gender === "female";
  const east = setting.manner === "japanese" && setting.era !== "modern";
  // Whose head is not told of as bald keeps a wreath of hair: a bare one is an egg.
  if (style === "bald" && looks.hairStyle === null) return among([4, 5, 6, 7, 8, 9]);
  if (style === "braided" && age === "child") return among([0, 2, 8]);
  // Plaits that hang are a girl's: grown women of old lay them round the head.
  if (style === "braided" && woman && setting.era !== "modern") return among([3, 7]);
  if (style === "tied" && age === "child") return among(east ? [2, 6] : [0]);
  if (style === "tied" && east)
    return woman
      ? among(isOldJapan(setting) ? [6, 3, 5, 6, 1] : [3, 5, 1])
      : isOldJapan(setting) || age === "old"
        ? 7
        : 0;
  if (style === "tied") return woman ? among(setting.era === "modern" ? [1, 3, 5, 9, 0] : [1, 3, 5, 7]) : among([0]);
  if (style === "long" && age === "child") return among([1, 2, 6, 3]);
  if (style === "long" && east) return among([5, 7, 1]);
  if (style === "long" && !woman) return among([1, 5, 6]);
  return any;
}

/** A beard by time and age; beside a topknot nothing but an old man's. */
export function beardOf(random: Random, { looks, age, gender }: Wearer, setting: Setting): ModelSheet["beard"] {
  if (gender === "female" || age === "child") return "none";
  if (looks.beard)
    return looks.beard.value === "moustache" ? "moustache" : random() < 0.6 || age === "old" ? "full-beard" : "beard";
  if (age === "young") return "none";
  if (isOldJapan(setting)) return age === "old" ? weighted(random, { none: 5, beard: 3 }) : "none";
  if (setting.manner === "japanese") return weighted(random, { none: 7, moustache: 2, beard: age === "old" ? 2 : 0 });
  if (age === "old") return weighted(random, { none: 4, "full-beard": 3, moustache: 1.5, beard: 2 });
  return setting.era === "modern"
    ? weighted(random, { none: 9, moustache: 1, beard: 1 })
    : weighted(random, { none: 7, moustache: 2.4, beard: 1.4, "full-beard": 1 });
}
