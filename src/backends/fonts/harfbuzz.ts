import type { DrawnCommand, OpenFace, PlacedGlyph } from "../../core/lettering/shaping-face.ts";
import { type HarfBuzzMemory, harfBuzzMemory } from "./harfbuzz-memory.ts";
import { type OutlineSink, outlineSink } from "./outline-sink.ts";

/** HarfBuzz and the functions through which it gives outlines, compiled by whoever knows how to get at their files. */
export interface HarfBuzzPrograms {
  /** `harfbuzzjs/dist/harfbuzz.wasm`. */
  harfbuzz: WebAssembly.Module;
  /** `draw-callbacks.wasm`, which `scripts/build-draw-callbacks.ts` writes. */
  callbacks: WebAssembly.Module;
}

/** hb-common.h and hb-blob.h. */
const [leftToRight, topToBottom, readOnly] = [4, 6, 1];

/**
 * Opens HarfBuzz for places that may not compile WebAssembly while they run, which its package does for each function that it hands over.
 * The same program as there, so the same letters. Faces are never given back. Source: hb.h of HarfBuzz.
 */
export function openHarfBuzz({ harfbuzz, callbacks }: HarfBuzzPrograms): OpenFace {
  const memory = harfBuzzMemory(harfbuzz);
  const sink = outlineSink(memory, callbacks);
  const { call } = memory;
  const buffer = call("hb_buffer_create");
  return (bytes) => {
    const blob = call("hb_blob_create", memory.keep(bytes), bytes.length, readOnly, 0, 0);
    const face = call("hb_face_create", blob, 0);
    const font = call("hb_font_create", face);
    return {
      em: call("hb_face_get_upem", face),
      characters: () => charactersOf(memory, face),
      shape(text, direction) {
        call("hb_buffer_reset", buffer);
        addText(memory, buffer, text);
        call("hb_buffer_guess_segment_properties", buffer);
        call("hb_buffer_set_direction", buffer, direction === "down" ? topToBottom : leftToRight);
        call("hb_shape", font, buffer, 0, 0);
        return glyphsOf(memory, buffer);
      },
      outline: (glyph) => outlineOfGlyph(memory, sink, font, glyph),
      extents: (glyph) => extentsOf(memory, font, glyph),
    };
  };
}

function charactersOf({ call, lent, words }: HarfBuzzMemory, face: number): Uint32Array {
  const set = call("hb_set_create");
  call("hb_face_collect_unicodes", face, set);
  const count = call("hb_set_get_population", set);
  return lent(count * 4, (place) => {
    call("hb_set_next_many", set, -1, place, count);
    call("hb_set_destroy", set);
    return words(place, count).slice();
  });
}

function addText({ call, lent, halves }: HarfBuzzMemory, buffer: number, text: string): void {
  lent(text.length * 2, (place) => {
    const units = halves(place, text.length);
    for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
    call("hb_buffer_add_utf16", buffer, place, text.length, 0, text.length);
  });
}

/** Both tables have five words a glyph: id and what does not matter here; advances, offsets and one more. */
function glyphsOf({ call, words, signed }: HarfBuzzMemory, buffer: number): PlacedGlyph[] {
  const count = call("hb_buffer_get_length", buffer);
  const infos = words(call("hb_buffer_get_glyph_infos", buffer, 0), count * 5);
  const places = signed(call("hb_buffer_get_glyph_positions", buffer, 0), count * 5);
  return Array.from({ length: count }, (_, glyph) => {
    const [id = 0] = infos.subarray(glyph * 5);
    const [xAdvance = 0, yAdvance = 0, xOffset = 0, yOffset = 0] = places.subarray(glyph * 5, glyph * 5 + 4);
    return { id, xOffset, yOffset, xAdvance, yAdvance };
  });
}

function outlineOfGlyph({ call }: HarfBuzzMemory, sink: OutlineSink, font: number, glyph: number): DrawnCommand[] {
  return sink.drawn((functions) => call("hb_font_draw_glyph", font, glyph, functions, 0));
}

function extentsOf({ call, lent, signed }: HarfBuzzMemory, font: number, glyph: number) {
  return lent(16, (place) => {
    if (call("hb_font_get_glyph_extents", font, glyph, place) === 0) return null;
    const [xBearing = 0, yBearing = 0, width = 0, height = 0] = signed(place, 4);
    return { xBearing, yBearing, width, height };
  });
}
