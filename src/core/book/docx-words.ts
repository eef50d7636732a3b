/** Signs that no document may hold (Unicode 16, 23.7): base and reading of a word stand between them on the way through the library. */
const [opens, parts, closes] = ["\uFDD0", "\uFDD1", "\uFDD2"];

// None reaches over the beginning of another: a thousand that never end would be looked through a thousand times.
const ruby = /<w:ruby\b[^>]*>((?:(?!<w:ruby\b)[^])*?)<\/w:ruby>/g;
const formula = /<m:(oMathPara|oMath)\b[^>]*>((?:(?!<m:\1\b)[^])*?)<\/m:\1>/g;

const drawing = /<w:drawing\b[^>]*>((?:(?!<w:drawing\b)[^])*?)<\/w:drawing>/g;
const drawnBox = /<w:txbxContent\b[^>]*>[^]*<\/w:txbxContent>/;
const choice = /<mc:AlternateContent\b[^>]*>((?:(?!<mc:AlternateContent\b)[^])*?)<\/mc:AlternateContent>/g;

/**
 * The document with readings and formulas as runs of plain text, and the words of drawn boxes in boxes of the older form:
 * the library would drop them with the words that they stand at.
 */
export function withPlainRuns(document: string): string {
  return (
    document
      .replaceAll(drawing, (whole, inside: string) => {
        const [box] = drawnBox.exec(inside) ?? [];
        return box === undefined
          ? whole
          : `<w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict>`;
      })
      // Where Word wrote the older form beside the drawn one, the library takes that.
      .replaceAll(choice, (whole, inside: string) =>
        inside.includes("<mc:Fallback") || !inside.includes("<w:pict")
          ? whole
          : inside.replaceAll(/<\/?mc:Choice\b[^>]*>/g, ""),
      )
      .replaceAll(ruby, (_, inside: string) => {
        const [, reading = ""] = /<w:rt\b[^>]*>([^]*?)<\/w:rt>/.exec(inside) ?? [];
        const [, base = ""] = /<w:rubyBase\b[^>]*>([^]*?)<\/w:rubyBase>/.exec(inside) ?? [];
        return plainText(`${opens}${lettersOf(base)}${parts}${lettersOf(reading)}${closes}`);
      })
      .replaceAll(formula, (_, __, inside: string) => `<w:r>${plainText(lettersOf(inside))}</w:r>`)
  );
}

/** The library's page with the readings in their elements. */
export function withRubyElements(html: string): string {
  return html.replaceAll(opens, "<ruby>").replaceAll(parts, "<rt>").replaceAll(closes, "</rt></ruby>");
}

const plainText = (letters: string): string => `<w:t xml:space="preserve">${letters}</w:t>`;

const lettersOf = (source: string): string =>
  [...source.matchAll(/<([wm]):t(?:\s[^>]*)?>([^<]*)<\/\1:t>/g)].map(([, , letters]) => letters).join("");
