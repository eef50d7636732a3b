/** What a studio lets anybody have at most, in bytes. */
const most = 2 ** 50;

/** The bytes of a quota as it is written in gigabytes of 1000³ bytes, with a point or a comma: null for none, `"invalid"` for what is no amount. */
export function quotaBytes(text: string): number | null | "invalid" {
  const plain = text.normalize("NFKC").trim().replace(",", ".");
  if (plain === "") return null;
  const bytes = Math.round(Number(plain) * 1000 ** 3);
  return /^\d*\.?\d+$/.test(plain) && bytes <= most ? bytes : "invalid";
}
