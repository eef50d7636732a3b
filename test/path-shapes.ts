/** Corners of the shapes in path data, shape by shape. */
export const shapesOf = (svg: string): { x: number; y: number }[][] =>
  [...svg.matchAll(/ d="([^"]+)"/g)].flatMap(([, path = ""]) =>
    path
      .split("M")
      .filter((piece) => piece !== "")
      .map((piece) => {
        const numbers = piece.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
        return numbers.flatMap((x, i) => (i % 2 === 0 ? [{ x, y: numbers[i + 1] ?? 0 }] : []));
      }),
  );
