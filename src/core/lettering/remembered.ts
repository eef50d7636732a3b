/** A pure function of numbers, which lie below a thousand in steps of a thousandth, that works out each answer once. */
export function remembered<Made>(make: (...given: number[]) => Made): (...given: number[]) => Made {
  const known = new Map<number, { made: Made }>();
  return (...given) => {
    const key = given.reduce((sum, each) => sum * 1000 + each, 0);
    let found = known.get(key);
    if (!found) known.set(key, (found = { made: make(...given) }));
    return found.made;
  };
}

/** Something that is made when it is first asked for. */
export function once<Made>(make: () => Made): () => Made {
  let made: { value: Made } | null = null;
  return () => (made ??= { value: make() }).value;
}
