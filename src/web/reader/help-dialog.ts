import { h, iconButton } from "./dom.ts";
import { icon } from "./icons.ts";
import type { Words } from "./words.ts";

/** The list of keys; a modal dialog that Esc closes by itself. */
export function helpDialog(words: Words): HTMLDialogElement {
  const { keys } = words;
  const rows: [string, string][] = [
    ["← →", keys.arrows],
    ["Space", keys.space],
    ["Home End", keys.ends],
    ["G", keys.G],
    ["D", keys.D],
    ["F", keys.F],
    ["T", keys.T],
    ["C", keys.C],
    ["S", keys.S],
    ["?", keys.help],
    ["Esc", keys.escape],
  ];
  const dialog = h("dialog", { class: "help", "aria-label": words.help });
  dialog.append(
    h(
      "header",
      {},
      h("h2", {}, words.help),
      iconButton(icon("close"), words.close, "Esc", () => dialog.close()),
    ),
    h(
      "dl",
      {},
      ...rows.flatMap(([key, what]) => [
        h("dt", {}, ...key.split(" ").map((name) => h("kbd", {}, name))),
        h("dd", {}, what),
      ]),
    ),
    h("p", {}, `${keys.click}.`),
  );
  dialog.addEventListener("click", (event) => {
    // A click on the backdrop has the dialog itself as its target.
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}
