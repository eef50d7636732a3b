import type { DrawnCommand } from "../../core/lettering/shaping-face.ts";
import type { HarfBuzzMemory } from "./harfbuzz-memory.ts";

/** Where HarfBuzz draws outlines to. */
export interface OutlineSink {
  /** What `draw` draws by the functions at that place. */
  drawn(draw: (functions: number) => void): DrawnCommand[];
}

/** `callbacks` makes functions of WebAssembly of ours; see `scripts/build-draw-callbacks.ts`. */
export function outlineSink({ call, pointerTo }: HarfBuzzMemory, callbacks: WebAssembly.Module): OutlineSink {
  let commands: DrawnCommand[] = [];
  /** The coordinates stand between three pointers and one more. */
  const taking =
    (type: string) =>
    (...values: number[]): void =>
      void commands.push({ type, values: values.slice(3, -1) });
  const { exports } = new WebAssembly.Instance(callbacks, {
    draw: {
      moveTo: taking("M"),
      lineTo: taking("L"),
      quadraticTo: taking("Q"),
      cubicTo: taking("C"),
      closePath: taking("Z"),
    },
  });
  const functions = call("hb_draw_funcs_create");
  call("hb_draw_funcs_set_move_to_func", functions, pointerTo(exports["moveTo"]), 0, 0);
  call("hb_draw_funcs_set_line_to_func", functions, pointerTo(exports["lineTo"]), 0, 0);
  call("hb_draw_funcs_set_quadratic_to_func", functions, pointerTo(exports["quadraticTo"]), 0, 0);
  call("hb_draw_funcs_set_cubic_to_func", functions, pointerTo(exports["cubicTo"]), 0, 0);
  call("hb_draw_funcs_set_close_path_func", functions, pointerTo(exports["closePath"]), 0, 0);
  return {
    drawn(draw) {
      commands = [];
      draw(functions);
      return commands;
    },
  };
}
