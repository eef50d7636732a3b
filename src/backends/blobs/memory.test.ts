import { describeBlobStore } from "../../../test/blob-store-contract.ts";
import { createMemoryBlobs } from "./memory.ts";

const open = async () => ({ store: createMemoryBlobs(() => Date.now()), close: async () => undefined });
describeBlobStore("memory", open);
