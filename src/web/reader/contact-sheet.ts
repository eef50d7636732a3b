/** The contact sheet stands in the file as plain images, for printing and for browsers without scripts; here it only learns where we are. */
export interface ContactSheet {
  node: HTMLElement;
  show(page: number): void;
}

export function contactSheet(label: string): ContactSheet {
  const node = document.getElementById("sheet");
  if (!node) throw new Error("index.html is damaged: it has no #sheet");
  node.setAttribute("aria-label", label);
  node.tabIndex = -1;
  return {
    node,
    show(page) {
      for (const old of node.querySelectorAll("[aria-current]")) old.removeAttribute("aria-current");
      const link = node.querySelector(`a[href="#page=${page}"]`);
      link?.setAttribute("aria-current", "page");
      link?.scrollIntoView({ block: "center" });
    },
  };
}
