/** A reference inside the container: the part's name and the fragment without `#`, or null for what lies outside the book. */
export interface PartReference {
  part: string;
  fragment: string | null;
}

/**
 * Resolves a reference against the part that holds it, as OCF 3.3 section 4.2.5 does for URLs: percent signs are decoded, and
 * nothing leads above the container's root.
 */
export function resolvePart(href: string, from: string): PartReference | null {
  if (/^[a-z][\w+.-]*:|^\/\//i.test(href)) return null;
  const [path, fragment] = splitOnce(href, "#");
  const decoded = decodePercent(path.replace(/\?.*$/s, ""));
  const part = decoded === "" ? from : join(from, decoded);
  return { part, fragment: fragment === undefined || fragment === "" ? null : decodePercent(fragment) };
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function join(from: string, path: string): string {
  const parts = path.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== "" && step !== ".") parts.push(step);
  }
  return parts.join("/");
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign in a file name: the name is meant as it stands.
    return text;
  }
}
