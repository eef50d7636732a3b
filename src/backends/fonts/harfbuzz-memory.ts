/** What JavaScript sees of a running HarfBuzz. Places are addresses in its memory, in bytes; the views over it hold until the next call. */
export interface HarfBuzzMemory {
  /** Calls a function of C by its name. Throws where there is none. */
  call(name: string, ...values: readonly number[]): number;
  /** Copies bytes into the memory for good. */
  keep(bytes: Uint8Array): number;
  /** Memory for the time of `use`. */
  lent<Result>(bytes: number, use: (place: number) => Result): Result;
  halves(place: number, count: number): Uint16Array;
  words(place: number, count: number): Uint32Array;
  signed(place: number, count: number): Int32Array;
  /** Puts a function of WebAssembly into the table of functions; its place there, which C takes for a pointer to it. */
  pointerTo(func: unknown): number;
}

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

interface Table {
  grow(entries: number): number;
  set(place: number, func: unknown): void;
}

const page = 65_536;

/** Starts HarfBuzz from its compiled program. */
export function harfBuzzMemory(program: WebAssembly.Module): HarfBuzzMemory {
  const { exports } = new WebAssembly.Instance(
    program,
    surroundings(() => memory),
  );
  // The names and kinds of what HarfBuzz exports are those that its compiler (Emscripten) gives to every program.
  const memory = exports["memory"] as Memory;
  const table = exports["__indirect_function_table"] as Table;
  const call: HarfBuzzMemory["call"] = (name, ...values) => {
    const func = exports[name];
    if (typeof func !== "function") throw new Error(`HarfBuzz has no ${name}`);
    // What it gives is a number, or nothing where the function of C is `void`.
    return (func as (...values: readonly number[]) => number)(...values);
  };
  call("__wasm_call_ctors");
  const taken = (bytes: number): number => {
    // C may answer a wish for nothing with no place at all.
    const place = call("malloc", Math.max(1, bytes)) >>> 0;
    if (place === 0) throw new RangeError(`HarfBuzz has no memory for ${bytes} bytes`);
    return place;
  };
  return {
    call,
    keep(bytes) {
      const place = taken(bytes.length);
      new Uint8Array(memory.buffer).set(bytes, place);
      return place;
    },
    lent(bytes, use) {
      const place = taken(bytes);
      try {
        return use(place);
      } finally {
        call("free", place);
      }
    },
    halves: (place, count) => new Uint16Array(memory.buffer, place, count),
    words: (place, count) => new Uint32Array(memory.buffer, place, count),
    signed: (place, count) => new Int32Array(memory.buffer, place, count),
    pointerTo(func) {
      const place = table.grow(1);
      table.set(place, func);
      return place;
    },
  };
}

/** What HarfBuzz asks of the machine: more memory, and an end. */
function surroundings(memory: () => Memory): WebAssembly.Imports {
  const end = (): never => {
    throw new Error("HarfBuzz ended itself");
  };
  return {
    env: {
      emscripten_resize_heap: (bytes: number) => (grown(memory(), bytes >>> 0) ? 1 : 0),
      _abort_js: end,
      _emscripten_runtime_keepalive_clear: () => undefined,
      _setitimer_js: () => 0,
    },
    wasi_snapshot_preview1: { proc_exit: end },
  };
}

/** A fifth more than is asked for, so that it is seldom asked; just that where so much is not to be had. */
function grown(memory: Memory, bytes: number): boolean {
  const size = memory.buffer.byteLength;
  for (const wanted of [Math.max(bytes, size * 1.2), bytes])
    try {
      memory.grow(Math.ceil((wanted - size) / page));
      return true;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  return false;
}
