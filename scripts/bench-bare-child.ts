import { Resvg } from "@resvg/resvg-js";

// One SVG a message, answered by the engine's own PNG: what printing costs at the least.
process.on("message", (svg: string) =>
  process.send?.(new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng()),
);
