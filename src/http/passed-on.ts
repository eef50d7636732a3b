/** What a proxy has sent on is not from this machine, whatever else it says. */
export const isPassedOn = (headers: Headers): boolean =>
  ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"].some((name) => headers.has(name));
