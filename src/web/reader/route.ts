/** Where the reader is. All of it stands in the address, so that it can be shared and reloaded. */
export type Route =
  | {
      view: "comic";
      /** Page number, 0 is the cover. */
      page: number;
      /** Panel from 0 that is pointed out or, when guided, filled to the window. */
      panel: number | null;
      guided: boolean;
    }
  | { view: "sheet" }
  | { view: "cast"; person: string | null }
  | { view: "sentences"; at: number | null };

/** `#page=12&panel=3` → route; people count panels from 1. Null where the address says nothing. */
export function parseRoute(hash: string): Route | null {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const page = numberOf(fields.get("page"));
  if (page !== null) {
    const guided = numberOf(fields.get("guided"));
    const panel = guided ?? numberOf(fields.get("panel"));
    return { view: "comic", page, panel: panel ? panel - 1 : null, guided: guided !== null };
  }
  if (fields.has("pages")) return { view: "sheet" };
  if (fields.has("cast")) return { view: "cast", person: fields.get("cast") || null };
  if (fields.has("sentence")) return { view: "sentences", at: numberOf(fields.get("sentence")) };
  if (fields.has("sentences")) return { view: "sentences", at: null };
  return null;
}

export function formatRoute(route: Route): string {
  switch (route.view) {
    case "comic":
      if (route.guided) return `#page=${route.page}&guided=${(route.panel ?? 0) + 1}`;
      return route.panel === null ? `#page=${route.page}` : `#page=${route.page}&panel=${route.panel + 1}`;
    case "sheet":
      return "#pages";
    case "cast":
      return route.person === null ? "#cast" : `#cast=${encodeURIComponent(route.person)}`;
    default:
      return route.at === null ? "#sentences" : `#sentence=${route.at}`;
  }
}

/** Address of a page, with a panel from 0 pointed out. */
export function pageLink(page: number, panel: number | null = null): string {
  return formatRoute({ view: "comic", page, panel, guided: false });
}

/** Address of the sentence at an offset of the text. */
export function sentenceLink(at: number): string {
  return formatRoute({ view: "sentences", at });
}

function numberOf(field: string | null): number | null {
  return field !== null && /^\d{1,9}$/.test(field) ? Number(field) : null;
}
