import { decodePng, encodePng } from "../../core/image/picture-png.ts";

/** A page's picture so many pixels wide, each the mean of those that it stands for: dots become greys. A picture that is not wider stays as it is. */
export function shrunkPng(png: Uint8Array, width: number): Uint8Array {
  const whole = decodePng(png);
  if (whole.width <= width) return png;
  const height = Math.max(1, Math.round((whole.height * width) / whole.width));
  const data = new Uint8Array(4 * width * height).fill(255);
  const columns = Uint32Array.from({ length: width + 1 }, (_, x) => Math.floor((x * whole.width) / width));
  for (let y = 0, to = 0; y < height; y++) {
    const [top, bottom] = [Math.floor((y * whole.height) / height), Math.floor(((y + 1) * whole.height) / height)];
    for (let x = 0; x < width; x++, to += 4) {
      const [left, right] = [columns[x] ?? 0, columns[x + 1] ?? 0];
      let [red, green, blue] = [0, 0, 0];
      for (let row = top; row < bottom; row++)
        for (let at = 4 * (row * whole.width + left); at < 4 * (row * whole.width + right); at += 4) {
          red += whole.data[at] ?? 0;
          green += whole.data[at + 1] ?? 0;
          blue += whole.data[at + 2] ?? 0;
        }
      const count = (bottom - top) * (right - left);
      data[to] = red / count;
      data[to + 1] = green / count;
      data[to + 2] = blue / count;
    }
  }
  return encodePng({ width, height, data });
}
