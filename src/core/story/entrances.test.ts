import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

/** Looks of the one person called Varn in a tale that brings him in by a sentence and lets him say a line. */
function varn(comes: string, says: string) {
  const { cast } = understand(
    bookOf(
      [
        "Anna had heard of Baron Varn. At the end of the road she knocked at the great door.",
        comes,
        "The old man raised his lamp and looked at her.",
        says,
        "“I am Anna,” said Anna.",
        "Baron Varn led her up the stairs. “Sit down,” said Baron Varn.",
        "“Thank you,” said Anna. Baron Varn smiled, and Varn said nothing more.",
      ],
      "en",
    ),
  );
  return cast.filter(({ name, aliases }) => [name, ...aliases].some((one) => one.includes("Varn")));
}

describe("somebody who comes in without a name", () => {
  const comes = "Within stood a tall old man with a white moustache, and the wind blew out the candle.";

  it("is the one whose name he gives soon after", () => {
    const [baron, ...others] = varn(comes, "“I am Varn,” he said. “Come in.”");
    expect(others).toEqual([]);
    expect(baron?.looks).toMatchObject({
      height: { value: "tall" },
      age: { value: "old" },
      beard: { value: "moustache" },
    });
  });

  it("is nobody of the cast where no name is given", () => {
    const [baron] = varn(comes, "“Come in,” he said.");
    expect(baron?.looks).toMatchObject({ height: null, beard: null });
  });

  it("is not who has been about before", () => {
    const [baron] = varn(`Baron Varn came out of the garden. ${comes} Baron Varn bowed.`, "“I am Varn,” he said.");
    expect(baron?.looks.beard).toBeNull();
  });
});
