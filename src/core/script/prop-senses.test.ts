import { describe, expect, it } from "vitest";
import { findThings } from "./props.ts";

const things = findThings("", "en");
const war = findThings("The artillery was late. A battery stood there. The gunners swore.", "en");

describe("things in the sense of their words", () => {
  it("[D10] are nothing that only shares their word", () => {
    for (const words of [
      "He began to sob in a high treble key.",
      "It ended with a deep humming note.",
      "The man sat with a heaving chest.",
      "How proud he was, with his chestnut curls!",
      "Yellow crow's feet would creep round the fading eyes.",
      "I am in her black books at present.",
      "It was fishing out a number of rods, plates, and bars.",
      "The poison was scarcely working yet.",
      "They heard of the knife of the guillotine.",
      "People peered into the darkness outside the carriage windows.",
      "The guard lighted the lamps in the carriage.",
      "His grin spread until he seemed all mouth.",
      "Once the mare swerved at a white gate-post.",
    ])
      expect(things.named(words), words).toBeNull();
    expect(things.named("He took a key from his pocket.")).toBe("key");
    expect(things.named("She took the poison from the shelf.")).toBe("poison");
  });

  it("[D10] are not shown with looks that the drawing lacks, on somebody, or lying down", () => {
    for (const words of [
      "The large hat, with its undulating and waving plumes, threw a soft shadow across the brow.",
      "Over the gable were two golden apples.",
      "There hung a hat, much the worse for wear, and cracked in several places.",
      "A beer bottle lay there, overturned.",
      "Holmes clapped the hat upon his head.",
      "He was dressed in a sombre yet rich style, in black frock-coat, shining hat.",
      "He sat there in his worn boots.",
      "The horse lay motionless.",
      "There was a dead man with a knife in his heart.",
    ])
      expect(things.named(words), words).toBeNull();
    expect(things.named("The hat hung on a nail.")).toBe("hat");
    expect(things.named("The horse stood before the gate.")).not.toBeNull();
    expect(things.named("He found a bottle of burgundy.")).toBe("bottle");
  });

  it("[D10] are no rifles where a book fires cannon, unless somebody has one", () => {
    expect(war.named("A fresh gun came out of the wood.")).toBeNull();
    expect(things.named("The field guns were silent.")).toBeNull();
    expect(war.named("He dropped his gun.")).toBe("rifle");
    expect(things.named("The gun stood in the corner.")).toBe("rifle");
  });

  it("[D10] are neither likenesses nor mere talk", () => {
    for (const words of [
      "Talking to him was like playing upon an exquisite violin.",
      "A serpent was mentioned with eyes of real jacinth.",
      "She was a sickly, fretful, ugly little baby.",
    ])
      expect(things.named(words), words).toBeNull();
  });
});
