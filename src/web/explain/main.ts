import { showQuote } from "./quote-card.ts";
import { highlight } from "./text-spans.ts";

const root = document.documentElement;
const lists = ["text", "cast", "scenes", "places"];

document.addEventListener("DOMContentLoaded", () => {
  root.classList.add("scripted");
  for (const element of document.querySelectorAll("#text .q")) element.removeAttribute("title");
  document.addEventListener("click", (event) => choose(event.target));
  document.addEventListener("keydown", pressed);
  document.querySelector("#filter")?.addEventListener("change", filter);
  document.querySelector("#filter")?.addEventListener("click", (event) => {
    const name = event.target instanceof HTMLButtonElement ? event.target.name : "";
    if (name === "next") step(1);
    if (name === "previous") step(-1);
  });
  addEventListener("hashchange", follow);
  follow();
});

function choose(target: EventTarget | null): void {
  const quote = target instanceof Element ? target.closest(".q") : null;
  if (quote !== null) select(quote);
  if (target instanceof Element && target.closest("#card .close") !== null) root.classList.remove("chosen");
}

function select(quote: Element): void {
  document.querySelector(".q.now")?.classList.remove("now");
  quote.classList.add("now");
  root.classList.add("chosen");
  showQuote(quote.id);
}

function pressed(event: KeyboardEvent): void {
  if (event.target instanceof HTMLSelectElement || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "n") step(1);
  if (event.key === "p") step(-1);
  if (event.key === "Escape") root.classList.remove("chosen");
  if (event.key === "Enter") choose(event.target);
}

/** Goes to the doubtful line after or before the one that is chosen. */
function step(by: 1 | -1): void {
  view("text");
  const doubtful = [...document.querySelectorAll("#text .doubt")];
  const now = document.querySelector("#text .q.now");
  const after = now === null ? 0 : doubtful.findIndex((one) => follows(now, one));
  const at = by === 1 ? after : (after < 0 ? doubtful.length : after) - (now?.classList.contains("doubt") ? 2 : 1);
  const next = doubtful[at];
  if (next === undefined) return;
  next.scrollIntoView({ block: "center" });
  select(next);
}

const follows = (before: Element, after: Element): boolean =>
  (before.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

function filter(event: Event): void {
  const { target } = event;
  if (target instanceof HTMLSelectElement) {
    root.dataset["show"] = target.value;
    view("text");
  }
  if (target instanceof HTMLInputElement) document.querySelector("#text")?.classList.toggle("names", target.checked);
}

function view(name: string): void {
  root.dataset["view"] = name;
  for (const link of document.querySelectorAll("nav a"))
    link.toggleAttribute("aria-current", link.getAttribute("href") === `#${name}`);
}

/** A link leads to a list, a scene, a person, or to words of the text by their offsets. */
function follow(): void {
  const name = location.hash.slice(1);
  const span = /^at-(\d+)-(\d+)$/.exec(name);
  if (span !== null) {
    view("text");
    root.dataset["show"] = "all";
    return highlight(Number(span[1]), Number(span[2]));
  }
  if (name === "" || lists.includes(name)) {
    view(name === "" ? "text" : name);
    return scrollTo(0, 0);
  }
  const target = document.getElementById(name);
  const list = target?.closest("main, .list");
  if (target === null || !list) return;
  view(list.id);
  if (target instanceof HTMLDetailsElement) target.open = true;
  target.scrollIntoView();
  if (target.classList.contains("q")) select(target);
}
