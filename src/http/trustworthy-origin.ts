/** Whether browsers take an origin for one that nobody listens in on: https, or this machine. Source: W3C, Secure Contexts, 3.1. */
export function isTrustworthy(origin: string): boolean {
  return new URL(origin).protocol === "https:" || isLoopbackOrigin(origin);
}

/** Whether an origin can only mean this machine. */
export function isLoopbackOrigin(origin: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(origin).hostname);
}
