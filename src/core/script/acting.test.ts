import { describe, expect, it } from "vitest";
import { emotionIn, faceOf, heardIn, listeningFace, soberFace, tellersFeeling, voiceOf } from "./acting.ts";

describe("what faces show", () => {
  const spoken = { tag: "", kind: "speech", before: null } as const;
  const level = ["neutral", "thinking", "calm"];
  const mild = [...level, "happy", "ashamed"];

  it("[D5] follows the tag before the words", () => {
    expect(faceOf({ ...spoken, line: "Well done.", tag: "she sobbed" }, "en")).toBe("crying");
    expect(faceOf({ ...spoken, line: "もういい", tag: "と凪は笑った" }, "ja")).toBe("happy");
  });

  it("[D5] a feeling that is denied or not remembered is none, and regret is", () => {
    expect(emotionIn("I do not ever remember to have trembled at a tale.", "en")).toBeNull();
    expect(emotionIn("Nor am I ashamed of the feelings I related.", "en")).toBeNull();
    expect(faceOf({ ...spoken, line: "My God! how mad I was to love you! What a fool I have been!" }, "en")).toBe(
      "sad",
    );
  });

  it("[D5] joy that leaves a face, that is evil, worn over grief or seen of others is none", () => {
    expect(emotionIn("The light of joy died out of her eyes.", "en")).toBeNull();
    expect(emotionIn("He laughed a low, evil laugh.", "en")).toBeNull();
    expect(emotionIn("Though she laughed and chatted, she felt like one condemned.", "en")).toBeNull();
    expect(emotionIn("She caught a glimpse of golden hair and laughing lips.", "en")).toBeNull();
    expect(emotionIn("She laughed and chatted.", "en")).toBe("laughing");
  });

  it("[D5] of a change the last state counts", () => {
    expect(emotionIn("In an instant she had changed from the languid dreamer to the man of action.", "en")).toBe(
      "determined",
    );
    expect(emotionIn("He had turned from rage to grief.", "en")).toBe("sad");
    expect(emotionIn("Mr. Crocker drew himself up.", "en")).toBe("determined");
    expect(emotionIn("I was half beside myself with glee.", "en")).toBe("happy");
  });

  it("[D5] whose look is intent does not smile, and death is told with a grave face", () => {
    expect(emotionIn("He leaned forward and his expression became intent.", "en")).toBe("determined");
    expect(faceOf({ ...spoken, line: "The sudden death of the squire is in the paper.", tag: "" }, "en")).toBe("sad");
  });

  it("[D5] hears anger, fear and regret in the words", () => {
    expect(faceOf({ ...spoken, line: "You liar!" }, "en")).toBe("angry");
    expect(faceOf({ ...spoken, line: "助けて！" }, "ja")).toBe("afraid");
    expect(faceOf({ ...spoken, line: "I am so sorry." }, "en")).toBe("ashamed");
  });

  it.each([
    ["I was beaten and robbed.", "en"],
    ["ひどい目にあわされた", "ja"],
    ["Alas! he is dead.", "en"],
  ] as const)("[D5] never tells a misfortune with a smile: %s", (line, rules) =>
    expect(faceOf({ ...spoken, line }, rules)).toBe("sad"),
  );

  it.each([
    ["May I ask who you are, sir?", "en"],
    ["それは私です。", "ja"],
    ["I’m afraid I am, sir.", "en"],
    ["Please, your Majesty, I didn’t write it!", "en"],
    ["拾って参りましょうか", "ja"],
    ["Come in!", "en"],
    ["There’s more evidence to come yet, please your Majesty!", "en"],
  ] as const)("[D5] neither scowls nor stares at a meek, polite or plain line: %s", (line, rules) => {
    expect(mild).toContain(faceOf({ ...spoken, line }, rules));
    expect(mild).toContain(faceOf({ ...spoken, line, before: "angry" }, rules));
  });

  it.each([
    ["Dear me!’ he said gravely, ‘that is very serious indeed!", "en"],
    ["I answered that I had not.", "en"],
    ["Fury said to a mouse, ‘Let us both go to law! I will prosecute you!", "en"],
    ["『馬鹿野郎！』と云った", "ja"],
  ] as const)("[D5] repeats what others said, and verses, without their feeling: %s", (line, rules) =>
    expect(mild).toContain(faceOf({ ...spoken, line }, rules)),
  );

  it("[D5] is angry with a courtesy on the lips only where the tag says so, and then checks itself", () => {
    expect(faceOf({ ...spoken, line: "Sit down, sir!", tag: "he snarled" }, "en")).toBe("determined");
    expect(faceOf({ ...spoken, line: "Sit down!", tag: "he growled" }, "en")).toBe("angry");
  });

  it("[D5] takes no feeling of who tells the story for that of who speaks, nor one that comes later", () => {
    const line = "He certainly needs a wash.";
    expect(mild).toContain(
      faceOf({ ...spoken, line, tag: "he said, and took out, to my astonishment, a sponge" }, "en"),
    );
    expect(mild).toContain(faceOf({ ...spoken, line, tag: "Then she gave a violent start." }, "en"));
  });

  it.each([
    ["Very serious, indeed.", "en"],
    ["It was a slight, sir, a public slight.", "en"],
    ["You are hungry.", "en"],
    ["What a duet that will be!", "en"],
    ["Of course it was a fine day, my dear friend.", "en"],
    ["Please, sir, may I have the lamp?", "en"],
    ["なぜ来ないのか！", "ja"],
  ] as const)("[D5] has no smile, scowl or grief without words that say so: %s", (line, rules) =>
    expect(level).toContain(faceOf({ ...spoken, line }, rules)),
  );

  it("[D5] laughs with a told chuckle, raises a brow that is told, and takes no bitter laugh for joy", () => {
    expect(emotionIn("he gave forth a long, low chuckle", "en")).toBe("laughing");
    expect(emotionIn("he raised his eyebrows", "en")).toBe("thinking");
    for (const told of ["She laughed--a mirthless, bitter laugh", "with a forced smile", "without a smile"])
      expect(emotionIn(told, "en"), told).toBeNull();
    expect(emotionIn("he snapped his bag shut, and was snapped up by a fish", "en")).toBeNull();
    expect(emotionIn("she had no reason to fear", "en")).toBeNull();
    expect(emotionIn("he told a tale of misery and terror to an enemy whose joy it was", "en")).toBeNull();
    expect(emotionIn("he was more amazed than terrified", "en")).toBe("surprised");
  });

  it.each([
    ["Villain! Before you sign my death-warrant, be sure that you are yourself safe.", "angry"],
    ["Begone! Relieve me from the sight of you.", "angry"],
    ["You shall repent of the injuries you inflict.", "angry"],
    ["I beseech you, listen to me!", "sad"],
    ["Poor old fellow! he needs it.", "sad"],
    ["Spare me!", "afraid"],
    ["God help us!", "afraid"],
    ["Let me go!", "afraid"],
    ["What was that?", "afraid"],
    ["Oh, come! He is dying!", "afraid"],
    ["Ouch! Don’t stir so, you’ll kill me.", "sad"],
    ["It is the man himself!", "surprised"],
    ["How was that possible?", "surprised"],
  ] as const)("[D5] has the face of rage, threat, plea, fright and amazement: %s", (line, face) =>
    expect(faceOf({ ...spoken, line }, "en")).toBe(face),
  );

  it.each([
    "Do not make yourself unhappy.",
    "You are dead with sleep.",
    "They must miss you at home.",
    "They don’t kill the women.",
    "Oh! yes, I understand, certainly as to dancing!",
  ])("[D5] takes no comfort, compliment or chatter for a grief, a fright or a marvel: %s", (line) =>
    expect(mild).toContain(faceOf({ ...spoken, line }, "en")),
  );

  it("[D5] takes neither what things do nor what is seen in others for a feeling", () => {
    for (const told of [
      "the snow was driven with fury as the storm swept on",
      "my cigar burnt furiously",
      "he rapped gently at the door",
      "I saw three beasts snarling over their prey",
      "they all joined in a horrible laugh",
      "no word of fear broke from him",
      "I wonder if there is any truth in it",
      "I fear she is ill",
    ])
      expect(emotionIn(told, "en"), told).toBeNull();
  });

  it("[D5] feels what the teller tells as of now, and not what might be", () => {
    expect(tellersFeeling("The time seemed endless, and I felt fears crowding upon me.")).toBe("afraid");
    expect(tellersFeeling("All was dark. God help me!")).toBe("afraid");
    expect(tellersFeeling("I might have been terrified if I had known.")).toBeNull();
  });

  it("[D5] never shakes with laughter over sober talk", () => {
    const tag = "I laughed as I motioned him to keep it.";
    expect(faceOf({ ...spoken, line: "A key is nothing; there may be duplicates.", tag }, "en")).toBe("calm");
    expect(faceOf({ ...spoken, line: "Ha, ha! A key!", tag }, "en")).toBe("laughing");
  });

  it("[D5] changes between mild faces from line to line", () => {
    const lines = ["One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven.", "Eight."];
    expect(new Set(lines.map((line) => faceOf({ ...spoken, line }, "en"))).size).toBeGreaterThan(1);
  });

  it("[D5] listens to fear without staring, and to fury not unmoved", () => {
    expect(listeningFace("afraid", null, null, 0)).toBe("thinking");
    expect(listeningFace("furious", null, null, 0)).toBe("surprised");
    expect(listeningFace("angry", "determined", null, 0)).toBe("neutral");
  });

  it("[D5] stares in amazement, and does not feel what is denied", () => {
    expect(emotionIn("stared at him in amazement", "en")).toBe("surprised");
    expect(emotionIn("決して笑った事はない", "ja")).toBeNull();
    expect(emotionIn("would be pleased", "en")).toBeNull();
    expect(emotionIn("She was not at all a timid child.", "en")).toBeNull();
    expect(emotionIn("She was a timid child.", "en")).toBe("ashamed");
  });

  it("[D5] has no smile for death and hunger", () => {
    expect(soberFace("laughing", "He will end on a gallows.", "en")).toBe("neutral");
    expect(soberFace("happy", "饑死をするばかりである。", "ja")).toBe("neutral");
    for (const grave of ["A serious matter.", "Oh, God!", "Alas!", "He never came.", "It was an insult."])
      expect(soberFace("happy", grave, "en"), grave).toBe("neutral");
    expect(soberFace("happy", "They would kill you horribly.", "en")).toBe("neutral");
    expect(heardIn("Do not tell me that you have returned! Tell me it is not!", "en")).toBe("afraid");
    expect(soberFace("happy", "What a fine day!", "en")).toBe("happy");
    expect(soberFace("happy", "He gave a violent start and dropped his gloves.", "en")).toBe("neutral");
  });

  it.each([
    ["これは全くわるい。あやまります", "一同がまた笑い出した", "ja", "ashamed"],
    ["これは全くわるい。あやまります", "と彼は笑った", "ja", "ashamed"],
    ["そんな処分は大嫌いです", "みんなが笑った", "ja", "determined"],
    ["I am so sorry.", "she laughed", "en", "ashamed"],
    ["I won’t do it.", "he smiled", "en", "determined"],
  ] as const)("[D5] says nothing contrary with a smile: %s", (line, tag, rules, face) =>
    expect(faceOf({ ...spoken, line, tag }, rules)).toBe(face),
  );

  it("[D5] smiles for thanks and joy, and not for a word of them in other company", () => {
    expect(faceOf({ ...spoken, line: "Thank you, Ada." }, "en")).toBe("happy");
    expect(faceOf({ ...spoken, line: "You’re on my floor. I’ll thank you to get off it." }, "en")).toBe("angry");
    expect(faceOf({ ...spoken, line: "ありがとうございます" }, "ja")).toBe("happy");
    expect(faceOf({ ...spoken, line: "I should be glad to know what you mean?" }, "en")).not.toBe("happy");
    expect(faceOf({ ...spoken, line: "どうも難有う。だれが転任するんですか" }, "ja")).not.toBe("happy");
    expect(mild).toContain(faceOf({ ...spoken, line: "Of course it was obvious." }, "en"));
  });

  it("[D5] looks stern where something is refused or cried out, and doubtful at what is strange", () => {
    expect(faceOf({ ...spoken, line: "増給はご免蒙ります" }, "ja")).toBe("determined");
    expect(faceOf({ ...spoken, line: "Well, be off, then!" }, "en")).toBe("determined");
    expect(faceOf({ ...spoken, line: "もっと働くんですか、妙だな" }, "ja")).toBe("suspicious");
    expect(mild).toContain(faceOf({ ...spoken, line: "Take it away.", before: "angry" }, "en"));
  });

  it("[D5] takes a manner of speaking for no feeling", () => {
    expect(mild).toContain(faceOf({ ...spoken, line: "I fear that you will find it slow." }, "en"));
    expect(faceOf({ ...spoken, line: "Oh, yes! Everybody says so." }, "en")).not.toBe("surprised");
  });

  it("[D5] shows an own fear, a shade of it where it is told afterwards, and nothing of what others felt", () => {
    expect(faceOf({ ...spoken, line: "I am frightened of the house." }, "en")).toBe("afraid");
    expect(faceOf({ ...spoken, line: "I was frightened of the house." }, "en")).toBe("sad");
    expect(mild).toContain(faceOf({ ...spoken, line: "The horse was frightened." }, "en"));
  });

  it("tells a start from a beginning, and a cry from weeping", () => {
    expect(emotionIn("gave a violent start", "en")).toBe("surprised");
    expect(emotionIn("started to walk", "en")).toBeNull();
    expect(emotionIn("gave a cry", "en")).toBeNull();
    expect(emotionIn("stared into the crackling fire", "en")).toBeNull();
    expect(emotionIn("恐怖が少しずつ消えて行った", "ja")).toBeNull();
    expect(emotionIn("sat down and began to cry again", "en")).toBe("crying");
  });

  it("lets anger fade rather than vanish", () => {
    expect(faceOf({ ...spoken, line: "Sit down.", before: "furious" }, "en")).toBe("angry");
  });

  it("finds no feeling where none is told", () => expect(emotionIn("The table was of oak.", "en")).toBeNull());
});

describe("voices", () => {
  it("[L6] a shout needs a tag or marks that say so", () => {
    expect(voiceOf("Stop!", "shouted Tom", "en")).toBe("shout");
    expect(voiceOf("Stop!", "said Tom", "en")).toBe("speech");
    expect(voiceOf("行け！！", "", "ja")).toBe("shout");
    expect(voiceOf("Hush.", "she whispered", "en")).toBe("whisper");
  });
});
