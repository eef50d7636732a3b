/** The part of the `linebreak` package (UAX #14) that `line-breaks.ts` uses; the package ships no types. */
declare module "linebreak" {
  export default class LineBreaker {
    constructor(text: string);
    /** The next place where a line may end, or null at the end of the text. */
    nextBreak(): { position: number; required: boolean } | null;
  }
}
