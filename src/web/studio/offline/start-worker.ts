/** Lets the pages open without the server from the next visit on. A browser that cannot, or may not on this address, goes on without. */
export function startWorker(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const start = (): void => {
    navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" }).catch((error: unknown) => {
      // There is nobody to tell: everything else works.
      console.info("The pages will not open without the server.", error);
    });
  };
  // The first page comes first.
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}
