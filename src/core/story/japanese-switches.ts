/** `と聞いたら「…」`, `と云うから「…」`: after these joints of a sentence somebody else does the next thing. */
const other =
  /(?:たら|(?:[たるだいすくつむぬぶ]|(?<!向)う)から|ので|[うくすつぬぶむるぐい]と|れば|けれども?|のに|なり)[、，\s　]*$/;
/** `と言って「…」`, `と笑いながら「…」`: the same one goes on. */
const same = /(?:て|で|ながら|つつ|[しりみい])[、，\s　]*$/;

/** After a full stop only a clause of speech hands the talk on: それでも黙っているから does not. */
const spoken = /(?:云|言|いっ|い[うい]|聞|訊|きい|き[くい]|尋|問|答|怒鳴|返事)[^、。]{0,5}[、，\s　]*$/;

/** Who speaks after words that stand between two lines of one paragraph: somebody else, the same one, or either (null). */
export function nextVoice(between: string): "other" | "same" | null {
  const words = between.trim().replace(/(?:^|(?<=[。！？]))(?:すると|それから|だから|そこで|が)[、，]?$/, "");
  if (between.trim() === "") return "other";
  const full = /[。！？]/.test(words);
  if (other.test(words) && (!full || spoken.test(words))) return "other";
  if (full) return null;
  if (/^と[^、。]{0,12}(?:たら|(?:[たるだいすくつむぬぶ]|(?<!向)う)から|ので|うと|くと|ると)/.test(words))
    return "other";
  return same.test(words) || /^と[^、。聞問尋訊]{0,24}[ただ]が[、，]?$/.test(words) ? "same" : null;
}

const joint =
  /(?:たら|(?:[たるだいすくつむぬぶ]|(?<!向)う)から|ので|[うくすつぬぶむるぐい]と|れば|けれども?|のに|[たいうるだ]が)[、，]|(?:[云言][うっ]|聞[くい]|答え)(?:と|たら|たから|から)(?=[一-龠々]|$)/g;

/** The words of a tag up to where the sentence turns to somebody else: `と聞くから、` of `と聞くから、おれは答えた`. */
export function ownPart(sentence: string): string {
  joint.lastIndex = 0;
  const first = joint.exec(sentence);
  return first === null ? sentence : sentence.slice(0, first.index + first[0].length);
}

/** Offset of the last turn of a sentence before a quote; 0 where it has none. */
export function lastJoint(lead: string): number {
  let at = 0;
  for (const match of lead.matchAll(joint)) at = match.index + match[0].length;
  return at;
}
