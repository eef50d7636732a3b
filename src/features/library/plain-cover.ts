import { escapedHtml } from "../../http/escaped-html.ts";

/** Size of the drawn cover in its own units: that of B6 and of most paperbacks. */
const size = { width: 360, height: 512 };
const papers = ["#efe6d5", "#e4e8e0", "#e9e1e4", "#dfe5ea", "#ece7d8"] as const;
const inks = ["#7c2f23", "#2f4a3c", "#4c2b4a", "#243f5c", "#5c4416"] as const;

/** A cover of paper and ink for a book that brings none: its title and who wrote it. The same title gives the same colours. */
export function plainCover({ title, author }: { title: string; author: string | null }): string {
  const tone = Array.from(title).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973, 7);
  const [paper, ink] = [papers[tone % papers.length], inks[tone % inks.length]];
  const lines = linesOf(title);
  const tall = lines.length > 5 ? 26 : lines.length > 3 ? 32 : 40;
  const type = Math.min(tall, Math.floor(room / Math.max(1, ...lines.map(emsOf))));
  const first = 176 - ((lines.length - 1) * type * 1.2) / 2;
  const text = lines.map(
    (line, i) => `<tspan x="180" y="${Math.round(first + i * type * 1.2)}">${escapedHtml(line)}</tspan>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">
<defs><pattern id="d" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><circle cx="4" cy="4" r="1.6" fill="${ink}" opacity=".28"/></pattern></defs>
<rect width="360" height="512" fill="${paper}"/><rect y="352" width="360" height="160" fill="url(#d)"/>
<rect x="22" y="22" width="316" height="468" fill="none" stroke="${ink}" stroke-width="3"/>
<rect x="29" y="29" width="302" height="454" fill="none" stroke="${ink}"/>
<g fill="${ink}" text-anchor="middle" font-family="Georgia, 'Hiragino Mincho ProN', 'Noto Serif CJK JP', 'Noto Serif', serif">
<text font-size="${type}" font-weight="bold">${text.join("")}</text>
<path d="M150 318h60" stroke="${ink}" stroke-width="2"/>
<text x="180" y="440" font-size="22">${escapedHtml(shortened(author ?? "", 26))}</text></g></svg>`;
}

/** A title in at most seven lines; letters of Chinese and Japanese count twice and need no spaces to break at. */
function linesOf(title: string): string[] {
  const pieces =
    title.match(/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+|\s+/gu) ?? [];
  const most = widthOf(title) > 60 ? 20 : 15;
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line.trim() !== "" && widthOf(line + piece) > most) {
      lines.push(line.trim());
      line = "";
    }
    line += piece;
  }
  lines.push(line.trim());
  const whole = lines.filter((each) => each !== "").map((each) => shortened(each, most + 4));
  return whole.length > 7 ? [...whole.slice(0, 6), "…"] : whole;
}

/** Between the frame's lines, with some air, in units of the cover. */
const room = 270;

/** About how wide bold letters are, in their own size: those of Latin at most as wide as a common serif has them. */
const emsOf = (text: string): number =>
  Array.from(text).reduce(
    (sum, letter) => sum + (widthOf(letter) === 2 ? 1 : /[A-ZWMwm—]/.test(letter) ? 0.86 : 0.6),
    0,
  );

const widthOf = (text: string): number =>
  Array.from(text).reduce(
    (sum, letter) => sum + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u.test(letter) ? 2 : 1),
    0,
  );

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
