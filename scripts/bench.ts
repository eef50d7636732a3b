// `npm run bench`: what a release is measured by, one after the other in one run; each is a command of its own too (`npm run bench:…`).
// Imported one by one: modules that wait at their top would else run at the same time.
await import("./bench-printing.ts");
await import("./bench-raster.ts");
await import("./bench-writers.ts");
await import("./bench-whole.ts");
