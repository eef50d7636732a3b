// Loaded before the studio in tests of signing in by a provider (`--import`): what it asks the providers goes to FAKE_PROVIDERS instead, with the address asked for.
const provided = new Set(["https://id.example.org", "https://oauth2.googleapis.com", "https://www.googleapis.com"]).add(
  "https://api.x.com",
);
const fetched = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const fake = process.env["FAKE_PROVIDERS"];
  if (fake === undefined || !provided.has(new URL(request.url).origin)) return fetched(input, init);
  const isBare = request.method === "GET" || request.method === "HEAD";
  return fetched(fake, {
    method: request.method,
    headers: { ...Object.fromEntries(request.headers), "X-Asked-For": request.url },
    ...(!isBare && { body: await request.text() }),
  });
};
