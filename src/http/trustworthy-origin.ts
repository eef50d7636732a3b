/** Whether browsers take an origin for one that nobody listens in on: https, or this machine. Source: W3C, Secure Contexts, 3.1. */
export function isTrustworthy(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === "https:" || /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
