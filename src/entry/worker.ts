import { workerHandlers } from "./worker-handlers.ts";

// The platform takes the handlers of a Worker from its default export.
export default workerHandlers;
