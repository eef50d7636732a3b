import { expect, it } from "vitest";
import { japaneseWorldOf, worldOf } from "./world.ts";

/** Eighty words of no world, to dilute the others. */
const plain = "He said that it would be well if they came to her before the evening and went away again. ".repeat(4);

it("a book of masts, muskets and mutineers plays in the days of sail", () => {
  const told =
    "The schooner lay off the island. The boatswain had a cutlass, the pirates had muskets and rum, and the mutineers sat in the forecastle under the rigging. ";
  expect(worldOf(told + plain)).toBe("sail");
});

it("single warriors and moons do not make a book of cabs and newspapers play on another planet", () => {
  const told =
    "The Martians had come to our planet, warriors and chieftains with their hordes and long-swords under two moons, and the incubators hissed. ";
  const home = "He bought a newspaper at the station and took a cab to London past the policeman. ".repeat(4);
  expect(worldOf(told + plain)).toBe("planet");
  expect(worldOf(told + home + plain)).toBeNull();
});

it("one word told again and again is no world", () => {
  expect(worldOf("The knight slept. ".repeat(40))).toBeNull();
});

it("tells the Japan of trains from the one of topknots, and our own days from both", () => {
  const quiet = "男は黙って歩いた。雨が降っていた。".repeat(40);
  expect(japaneseWorldOf(quiet)).toBeNull();
  expect(japaneseWorldOf(`${quiet}烏帽子の男と帽子の男。${"帽子。".repeat(9)}`)).toBeNull();
  expect(japaneseWorldOf(`${quiet}汽車が停まり、運転手が帽子を取った。`)).toBe("meiji");
  expect(japaneseWorldOf(`${quiet}電車の中でスマホを見て、コンビニに寄った。`)).toBe("today");
  expect(japaneseWorldOf(`${quiet}課長は警備員を呼び、新しいポスターを見た。`)).toBe("today");
  const walk = "The man walked on in silence. It rained. ".repeat(40);
  expect(worldOf(`${walk}She shut the laptop and looked for her cell phone.`)).toBe("today");
  expect(worldOf(`${walk}She wrote a letter and looked for her umbrella.`)).toBeNull();
});
