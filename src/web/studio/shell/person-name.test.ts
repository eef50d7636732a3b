import { expect, it } from "vitest";
import { en } from "../i18n/en.ts";
import { ja } from "../i18n/ja.ts";
import { personName } from "./person-name.ts";

it("calls whoever sits at the machine in the language of the pages until they choose a name", () => {
  expect([personName("Owner", en), personName("Owner", ja)]).toEqual(["Owner", "オーナー"]);
  expect(personName("Ada", ja)).toBe("Ada");
});
