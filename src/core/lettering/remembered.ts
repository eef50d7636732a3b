/** A pure function of numbers, which lie below a thousand in steps of a thousandth, that works out each answer once. */
export function remembered<Made>(make: (...given: number[]) => Made): (...given: number[]) => Made {
  const known = new Map<number, { made: Made }>();
  return (...given) => {
    let key = 0;
    for (const each of given) key = key * 1000 + each;
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
