import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where a server of the studio answers while its pages are worked on. */
const server = process.env["FABULA_SERVER"] ?? "http://127.0.0.1:8787";

/** Builds the studio's pages from `src/web/studio` into `dist/web`. Its scripts and styles are files of their own: the policy of the server allows no others. */
export default defineConfig({
  root: fileURLToPath(new URL("./src/web/studio", import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL("./dist/web", import.meta.url)),
    emptyOutDir: true,
    // These know light-dark(), which an older target would have rewritten by a rule that a chosen theme does not follow.
    target: ["es2023", "chrome123", "firefox121", "safari17.5"],
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
  },
  server: { port: 5173, strictPort: true, proxy: { "^/api/(?!.*\\.ts)": { target: server, changeOrigin: false } } },
});
