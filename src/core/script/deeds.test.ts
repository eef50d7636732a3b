import { describe, expect, it } from "vitest";
import { deedIn, deedWithin, poseIn } from "./deeds.ts";

describe("what bodies do", () => {
  it.each([
    ["ran down the steps.", "run"],
    ["sat by the fire.", "sit"],
    ["pointed at the boat.", "point"],
    ["crouched behind the wall.", "crouch"],
    ["embraced the child.", "embrace"],
    ["still clasped my dying love to my breast.", "embrace"],
    ["fell asleep in the chair.", "lie"],
    ["began to walk.", "walk"],
    ["’s eye fell on a little box.", null],
    ["was white.", null],
    ["did not run.", null],
    ["had sat there for hours.", null],
    ["was carried home.", null],
    ["was left alone.", null],
    ["threw the letter away.", null],
    ["caught me by the wrist.", "reach"],
    ["caught him by the hand.", null],
    ["sprang upon him.", "seize"],
    ["kicked the old woman down.", "kick"],
    ["struck him a violent blow.", "strike"],
    ["fell headlong to the ground.", "felled"],
    ["fell upon the enemy.", null],
    ["tried to put his arm about her neck.", null],
    ["seized the intruder by the collar.", "seize"],
    ["seized the poker.", null],
    ["pushed him aside.", "push"],
    ["hurled it at the wall.", "throw"],
    ["threw open the door.", null],
    ["sprang over the wall.", "leap"],
    ["sprang from the chair.", null],
    ["tapped him on the shoulder.", "reach"],
    ["cowered in the corner.", "cower"],
    ["waved his hands.", "arms-up"],
    ["waved his hand.", null],
    ["found a gentleman seated by the table.", null],
  ])("[D5] English: … %s", (deed, pose) => expect(poseIn(deed, "en")).toBe(pose));

  it.each([
    ["梯子を駆けおりた。", "run"],
    ["座敷に座っていた。", "sit"],
    ["空を指さした。", "point"],
    ["井戸のそばにしゃがんでいました。", "crouch"],
    ["逃げようとする行手を塞いで、こう罵った。", null],
    ["走らなかった。", null],
    ["死骸の中で、無言のまま、つかみ合った。", "seize"],
    ["床の上へ突き倒した。", "push"],
    ["老婆の着物を剥ぎとった。", "seize"],
    ["老婆を死骸の上へ蹴倒した。", "kick"],
    ["そこへばったり倒れた。", "felled"],
    ["弩にでも弾かれたように、飛び上った。", "leap"],
    ["川から上り、川上の方へかけていきました。", "run"],
    ["にきびの出来た顔を見た。", null],
    ["だんだん薄れて行った。", null],
    ["大儀そうに立上った。", null],
    ["席へ帰って行った。", "walk"],
    ["飛んだ所へ来たと思った。", null],
  ])("[D5] Japanese: … %s", (deed, pose) => expect(poseIn(deed, "ja")).toBe(pose));

  it.each([
    ["rode away on his horse.", "en"],
    ["swam as hard as she could.", "en"],
    ["赤い井戸のところで、麦をといでいました。", "ja"],
    ["slipped an emerald ring from his finger and held it out.", "en"],
    ["caught the baby with some difficulty.", "en"],
    ["思わず、鼻を掩った。", "ja"],
    ["sprang from his chair.", "en"],
    ["大儀そうに立上った。", "ja"],
    ["六地蔵さんのかげにかくれていました。", "ja"],
  ] as const)("[D5] no pose shows: %s", (deed, rules) => expect(deedIn(deed, rules).undrawable).toBe(true));
});

describe("what hands hold", () => {
  it.each([
    ["took up the fan and gloves.", "en", "fan"],
    ["glanced down the columns of the newspaper.", "en", "newspaper"],
    ["lighting a long cherry-wood pipe", "en", "pipe"],
    ["didn’t take the lamp.", "en", null],
    ["looked at the lamp.", "en", null],
    ["右の手に火をともした松の木片を持って、眺めていた。", "ja", "torch"],
    ["火縄銃をとって、火薬をつめました。", "ja", "rifle"],
    ["茶椀をもったまま、考えこんでいました。", "ja", "bowl"],
    ["茶椀をもたなかった。", "ja", null],
    ["びくをもって川から上りびくを土手においといて、", "ja", null],
    ["took up the lamp and put it down again.", "en", null],
  ] as const)("[D5] %s", (deed, rules, thing) => expect(deedIn(deed, rules).holds).toBe(thing));

  it("[D5] a thing in the hand gives the arm its pose, unless the whole body moves", () => {
    expect(deedIn("picked up his stick.", "en").pose).toBe("hold");
    expect(deedIn("ran on, holding the lamp.", "en")).toMatchObject({ pose: "run", holds: "lamp" });
  });
});

it("what is cut off a caption is not done in its picture", () => {
  const shown = "She was nine feet high,";
  expect(deedWithin("was nine feet high, and took up the key", shown)).toBe("was nine feet high,");
  expect(deedWithin("was nine feet high ; hurried off", shown).trim()).toBe("was nine feet high ;");
  expect(deedWithin("門を出て、走り出した、", "彼は門を出て")).toBe("門を出て、、");
});
