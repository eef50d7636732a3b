import { type Edition, screenEdition, type Trim, trims } from "../core/print/edition.ts";
import { Refused } from "../core/text/result.ts";
import { measure } from "./option-numbers.ts";
import { noChoice, type OptionSpec, type ParsedOptions } from "./options.ts";

/** Millimetres that a side of a page may have, and how wide a page may be for its height. */
const sides = [60, 500] as const;
const widest = 1.1;
const narrowest = 0.4;

/** The options of `make` that say what the pages are made for. */
export const editionOptions = {
  trim: {
    value: "SIZE",
    choices: Object.keys(trims),
    open: true,
    help: "Size of the cut page, by name or as WxH in mm, such as 170x240 (default: b5)",
  },
  dpi: { value: "N", choices: null, help: "Pixels an inch, 72–600 (default: pictures 1,240 pixels wide)" },
  colour: {
    value: "COLOUR",
    choices: ["ink", "flat"],
    help: "ink: black, white and screentone (default); flat: every person, place and hour in colours of its own",
  },
  bleed: { value: "MM", choices: null, help: "Picture beyond each cut, 0–10 mm, for printers" },
} satisfies Record<string, OptionSpec>;

/** The edition that was asked for; null where nothing was said of it. Throws `Refused("usage")`. */
export function editionOf(options: ParsedOptions, usualTrim: keyof typeof trims): Edition | null {
  const [trim, dpi, bleed] = [options.text("trim"), options.text("dpi"), options.text("bleed")];
  const usual = trims[usualTrim];
  const colour = options.text("colour") === "flat" ? "flat" : "ink";
  if (trim === null && dpi === null && bleed === null && colour === "ink" && usual === screenEdition.trim) return null;
  return {
    ...screenEdition,
    trim: trim === null ? usual : trimOf(trim),
    dpi: dpi === null ? null : measure("dpi", dpi, [72, 600], "pixels an inch"),
    bleed: bleed === null ? 0 : measure("bleed", bleed, [0, 10], "millimetres"),
    colour,
  };
}

function trimOf(text: string): Trim {
  const named = Object.entries(trims).find(([name]) => name === text)?.[1];
  if (named) return named;
  const [, across, down] = /^([\d.]+)[x×]([\d.]+)(?:mm)?$/i.exec(text) ?? [];
  if (across === undefined || down === undefined)
    throw new Refused("usage", noChoice("--trim", text, Object.keys(trims), " or WxH in mm"));
  const [width, height] = [measure("trim", across, sides, "millimetres"), measure("trim", down, sides, "millimetres")];
  if (width / height > widest || width / height < narrowest)
    throw new Refused(
      "usage",
      `--trim ${text}: a page is upright or square, and at most two and a half times as high as wide.`,
    );
  return { width, height };
}
