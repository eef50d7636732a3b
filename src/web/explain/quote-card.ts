import type { ExplainData, ExplainedQuote } from "../../core/print/explain-data.ts";
import { wordsAt } from "./text-spans.ts";

let known: { data: ExplainData; quotes: Map<string, ExplainedQuote> } | null = null;

/** The data that stands in the page, read once. */
function knowledge(): { data: ExplainData; quotes: Map<string, ExplainedQuote> } {
  if (known === null) {
    // Written by explain-data.ts into the same page.
    const data = JSON.parse(document.querySelector("#explain-data")?.textContent ?? "null") as ExplainData;
    known = { data, quotes: new Map(data.quotes.map((quote) => [quote.id, quote])) };
  }
  return known;
}

/** Fills the card with all that is known of a quote: speaker, rule, confidence, evidence, offsets. */
export function showQuote(id: string): void {
  const { data, quotes } = knowledge();
  const quote = quotes.get(id);
  const card = document.querySelector("#card");
  if (quote === undefined || card === null) return;
  const { fields, kinds, rules, nobody } = data.words;
  const person = (who: string): Node => {
    const { name, colour } = data.people[who] ?? { name: who, colour: "other" };
    return element("a", { class: `chip ${colour}`, href: `#person-${who}` }, name);
  };
  const rows: [string, Node[]][] = [
    [fields.speaker, [quote.speaker === null ? text(nobody) : person(quote.speaker)]],
    [fields.maybe, quote.maybe.filter((who) => who !== quote.speaker).map(person)],
    [fields.to, quote.addressee === null ? [] : [person(quote.addressee)]],
    [fields.rule, quote.rule === null ? [] : [text(rules[quote.rule] ?? quote.rule)]],
    [fields.confidence, quote.speaker === null ? [] : [meter(quote.confidence)]],
    [fields.evidence, quote.from === null ? [] : [proof(quote.from)]],
    [fields.kind, [text(kinds[quote.kind])]],
    [
      fields.span,
      [element("a", { href: `#at-${quote.start}-${quote.end}` }, `${quote.id} ${quote.start}–${quote.end}`)],
    ],
  ];
  const list = element("dl");
  for (const [name, value] of rows) {
    if (value.length === 0) continue;
    const cell = element("dd");
    for (const node of value) cell.append(node, " ");
    list.append(element("dt", {}, name), cell);
  }
  card.replaceChildren(element("button", { type: "button", class: "close", "aria-label": "×" }, "×"), list);
}

function proof([start, end]: readonly [number, number]): Node {
  return element("a", { class: "proof", href: `#at-${start}-${end}` }, wordsAt(start, end) || `${start}–${end}`);
}

function meter(confidence: number): Node {
  const bar = element("meter", {
    min: "0",
    max: "1",
    low: "0.5",
    high: "0.7",
    optimum: "1",
    value: String(confidence),
  });
  const both = element("span");
  both.append(bar, ` ${Math.round(confidence * 100)} %`);
  return both;
}

const text = (words: string): Node => document.createTextNode(words);

function element(tag: string, attributes: Readonly<Record<string, string>> = {}, words = ""): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (words !== "") made.append(words);
  return made;
}
