import type { WorkerHandlers } from "./worker-bindings.ts";
import { type DevBindings, devRoute } from "./worker-dev-routes.ts";
import { workerHandlers } from "./worker-handlers.ts";

const handlers: WorkerHandlers<DevBindings> = {
  ...workerHandlers,
  fetch: async (request, bindings, context) =>
    (await devRoute(request, bindings)) ?? workerHandlers.fetch(request, bindings, context),
};

// The platform takes the handlers of a Worker from its default export.
export default handlers;
