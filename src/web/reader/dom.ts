/** Null leaves an attribute out; `true` sets it empty. */
export type Attributes = Readonly<Record<string, string | number | true | null>>;
export type Child = Node | string | null;

/** An HTML element with attributes and children. Text goes in as text nodes only, so a book can never become markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

/** A button with an icon, its name for screen readers and the key that does the same. */
export function iconButton(icon: Node, label: string, key: string | null, press: () => void): HTMLButtonElement {
  const title = key ? `${label} (${key})` : label;
  const button = h(
    "button",
    { type: "button", class: "icon", title, "aria-label": label, "aria-keyshortcuts": key },
    icon,
  );
  button.addEventListener("click", press);
  return button;
}

function fill<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes))
    if (value !== null) element.setAttribute(name, value === true ? "" : String(value));
  element.append(...children.filter((child) => child !== null));
  return element;
}
