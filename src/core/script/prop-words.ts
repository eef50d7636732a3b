/**
 * Words of both languages for the things that the artist can draw. A thing that has no picture has no words:
 * another thing in its place would tell a lie. Japanese words may carry what must not follow them, after a `!`.
 */
const things = {
  letter: ["letter letters note envelope parchment", "手紙 書状 丸めた紙 文字の上"],
  telegram: ["telegram telegrams", "電報"],
  lamp: ["lamp lamps", "ランプ"],
  andon: ["", "行灯 行燈 灯台の火"],
  lantern: ["lantern lanterns", "提灯 提燈"],
  torch: ["torch torches", "松明 たいまつ 松の木片"],
  candle: ["candle candles", "蝋燭 ろうそく"],
  fire: ["fire flames blaze bonfire", "焚き火 たき火 炎"],
  key: ["key", "鍵!束|の束"],
  keys: ["keys", "鍵束 鍵の束"],
  book: ["book books diary", ""],
  cards: ["cards", "トランプ"],
  knife: ["knife dagger razor", "小刀 短刀 包丁 匕首 ナイフ"],
  sword: ["sword swords", "太刀 刀!匠"],
  pistol: ["pistol pistols revolver", "拳銃 ピストル"],
  rifle: ["rifle rifles gun guns musket shotgun", "鉄砲 猟銃 火縄銃 筒口 銃口"],
  cup: ["cup teacup cups", "湯呑み 湯呑 湯のみ"],
  teapot: ["teapot teapots tea-pot", ""],
  plates: ["plate plates", ""],
  kettle: ["kettle", ""],
  pan: ["pan frying-pan saucepan skillet", ""],
  egg: ["egg eggs", ""],
  cake: ["cake cakes", ""],
  pepper: ["pepper pepper-box", ""],
  cauldron: ["cauldron caldron", ""],
  chestnuts: ["chestnut chestnuts", "栗!色|毛"],
  fish: ["fish herring eel eels kipper", ""],
  bottle: ["bottles flask", ""],
  vial: ["bottle phial vial", ""],
  watch: ["pocket-watch watch waistcoat-pocket", "懐中時計"],
  clock: ["clock clocks", "時計"],
  spectacles: ["spectacles eyeglasses pince-nez", "眼鏡 めがね"],
  mirror: ["mirror looking-glass", "鏡"],
  coin: ["coin coins sovereign sovereigns sixpence penny guinea guineas", "金貨 銀貨"],
  ring: ["ring rings", "指輪"],
  crown: ["crown crowns", "王冠"],
  throne: ["throne thrones", "玉座"],
  wig: ["wig wigs", ""],
  hat: ["hat bonnet", "帽子 山高帽"],
  pins: ["pins hat-pins hatpins hatpin hat-pin", ""],
  coat: ["coat overcoat greatcoat", "外套 オーバー"],
  gloves: ["glove gloves", "手袋"],
  fan: ["fan", "扇 扇子"],
  umbrella: ["umbrella umbrellas parasol", "傘 唐傘"],
  kasa: ["", "市女笠 笠 菅笠 編笠"],
  sandals: ["sandals", "草履 草鞋 わらじ"],
  bag: ["bag satchel", "鞄 カバン"],
  basket: ["basket baskets", "籠 かご"],
  box: ["chest casket strong-box", "宝箱"],
  barrel: ["barrel barrels cask", "樽"],
  rope: ["", "綱 縄 麻綱 荒縄"],
  ladder: ["ladder ladders", "梯子 はしご"],
  bell: ["bell bells", "鐘"],
  pipe: ["pipe", ""],
  flower: ["flower flowers rose", ""],
  mushroom: ["mushroom mushrooms toadstool", "きのこ 茸"],
  kite: ["kite kites", "凧!師|ばか|屋"],
  brush: ["paintbrush paint-brush", "筆!頭|者|記"],
  paint: ["paint paint-pot", "墨!染|絵|色|汁|縄|付"],
  reel: ["reel", "糸巻き 糸車 糸枠"],
  stakes: ["stakes", "杭"],
  oars: ["oar oars skiff rowboat rowing-boat lifeboat", "小舟"],
  boat: ["boat sailing-boat", "舟 船!頭|員|長|乗"],
  steamer: ["steamer steamship", "汽船 蒸気船"],
  lighthouse: ["lighthouse", "灯台 燈台"],
  gull: ["gull gulls seagull seagulls", "鴎 かもめ カモメ"],
  crow: ["crow crows raven ravens", "鴉 烏!帽子|賊 からす カラス"],
  bird: ["sparrow robin", "雀 小鳥"],
  cat: ["cat kitten", "猫"],
  grin: ["grin", ""],
  hedgehog: ["hedgehog hedgehogs", "針鼠 はりねずみ"],
  flamingo: ["flamingo flamingoes flamingos", ""],
  baby: ["baby babies", "赤ん坊 赤子"],
  statue: ["statue", ""],
  moon: ["moon moonlight", "月明かり 月光 満月"],
  well: ["", "井戸"],
  table: ["table", ""],
  chair: ["armchair", "椅子"],
  door: ["door doorway doors gate gates", "扉 雨戸"],
  window: ["window windows", ""],
  tree: ["tree trees", "松の木 大木"],
  house: ["cottage", ""],
  newspaper: ["newspaper newspapers gazette", "新聞"],
  photograph: ["photograph photographs daguerreotype", "写真"],
  map: ["map chart", "地図"],
  banknotes: ["bank-note bank-notes banknote banknotes", "紙幣 札束"],
  document: ["deed parchments certificate", "証文 書類 証書"],
  quill: ["quill inkstand ink-stand", ""],
  purse: ["purse wallet pocket-book", "財布 巾着"],
  medal: ["medal medals", "勲章"],
  flag: ["flag flags", "旗"],
  palm: ["", "掌 手のひら"],
  fist: ["", "拳 握りこぶし"],
  "pointing-hand": ["", "指さし 指差"],
  "clasped-hands": ["", "握手 手を握り"],
  "rice-bowl": ["", "茶碗 麦飯 茶漬"],
  soup: ["soup broth porridge", "粥"],
  sardines: ["sardine sardines", "鰯 いわし"],
  "wine-glass": ["wineglass wine-glass", "葡萄酒"],
  sake: ["", "徳利"],
  bread: ["loaf loaves", "パン"],
  apple: ["apple apples", "林檎 りんご"],
  tart: ["tart tarts", ""],
  tray: ["tea-tray", "お盆"],
  axe: ["axe hatchet", "斧"],
  spade: ["spade shovel", "鍬 鋤"],
  hammer: ["hammer", "金槌"],
  saw: ["", "鋸"],
  scythe: ["scythe sickle", ""],
  handcuffs: ["handcuffs", "手錠"],
  noose: ["noose gallows", ""],
  chain: ["chains", "鎖"],
  "walking-stick": ["walking-stick cane", "杖 ステッキ"],
  harpoon: ["harpoon harpoons", "銛"],
  anchor: ["anchor", "錨"],
  "ships-wheel": ["helm", "舵"],
  bed: ["", "布団 蒲団 寝床"],
  sofa: ["sofa", "長椅子"],
  stove: ["stove", "火鉢 囲炉裏 ストーブ"],
  wardrobe: ["wardrobe", "箪笥"],
  staircase: ["staircase", "階段"],
  telephone: ["telephone", "電話"],
  gramophone: ["gramophone", "蓄音機"],
  hourglass: ["hourglass hour-glass", "砂時計"],
  violin: ["violin fiddle", "バイオリン ヴァイオリン"],
  piano: ["piano pianoforte", "ピアノ"],
  drum: ["drum drums", "太鼓"],
  trumpet: ["trumpet bugle", "ラッパ"],
  mask: ["", "能面 仮面"],
  doll: ["doll dolls", "人形"],
  "chess-board": ["chess chess-board", ""],
  dice: ["dice", "さいころ"],
  compass: ["", "羅針盤"],
  telescope: ["telescope spy-glass spyglass", "望遠鏡"],
  carriage: ["carriage carriages cab cabs hansom dog-cart brougham", "人力車"],
  cart: ["cart carts wagon", "荷車"],
  bicycle: ["bicycle", "自転車"],
  train: ["", "汽車 列車"],
  "motor-car": ["motor-car", "自動車"],
  tram: ["tram", "電車"],
  balloon: ["", "気球"],
  skull: ["skull skulls", "髑髏 どくろ"],
  bone: ["", "骨!を折|は折|も折|折|身|董|が折|組|惜|っぽい|を惜"],
  gravestone: ["gravestone tombstone tombstones", "墓石"],
  cross: ["crucifix", "十字架"],
  coffin: ["coffin coffins", "棺!桶"],
  poison: ["poison", "毒薬"],
  "gun-smoke": ["", "筒口から 銃口から"],
  footprints: ["footprint footprints footmarks", "足跡"],
  "spider-web": ["cobweb cobwebs", "蜘蛛の巣 くもの巣"],
  keyhole: ["keyhole", "鍵穴"],
  whale: ["whale whales", "鯨"],
  shark: ["shark sharks", "鮫"],
  horse: ["horse horses mare", "馬!鹿|車|券|子"],
  cow: ["cow cows cattle", "牛!乳|肉|込"],
  hen: ["hen hens", "鶏 にわとり"],
  bull: ["bull bulls", "牡牛 雄牛"],
  wolf: ["wolf wolves", "狼!狽"],
  deer: ["deer stag stags reindeer", "鹿!島|児|子|毛"],
  moose: ["moose elk antlers", ""],
  goat: ["goat goats", "山羊"],
  donkey: ["donkey donkeys", "驢馬"],
  lion: ["lion lions lioness", "獅子!舞|鼻|頭 ライオン"],
  tiger: ["tiger tigers", "虎!の門|ノ門|穴"],
  snake: ["snake snakes serpent adder", "蛇!口|腹|行"],
  rat: ["rat rats", "鼠!色"],
  nest: ["nest", ""],
  rose: ["roses", "薔薇"],
  "rose-tree": ["rose-tree rose-bush", ""],
  bouquet: ["bouquet nosegay", "花束"],
  leaf: ["", "落ち葉 落葉 木の葉"],
  feather: ["feather feathers plume", "羽根"],
  dress: ["", "洋服"],
  boots: ["boots", "長靴"],
  handkerchief: ["handkerchief", "ハンカチ"],
  ribbon: ["ribbon ribbons", "リボン"],
  "hand-with-torch": ["", ""],
  "hand-with-pen": ["", ""],
  "hand-on-sword": ["", "鞘走 刀の柄に 太刀の柄に 柄に手"],
  "boots-on-stairs": ["", ""],
  "hand-on-knob": ["", ""],
  "lit-window": ["", ""],
} as const;

export type Prop = keyof typeof things | "broken-teapot" | "broken-plate";

// The keys of a frozen literal are exactly its own.
const entries = Object.entries(things) as [keyof typeof things, readonly [string, string]][];

/** Things that can fill a panel by themselves. The artist draws each; the script finds them in the text. */
export const props: readonly Prop[] = [...entries.map(([prop]) => prop), "broken-teapot", "broken-plate"];

/** English words, one each. */
export const englishProps: ReadonlyMap<string, Prop> = new Map(
  entries.flatMap(([prop, [words]]) =>
    words
      .split(" ")
      .filter(Boolean)
      .map((word): [string, Prop] => [word, prop]),
  ),
);

/** A Japanese word, and what makes another word of it when it follows. */
export interface JapaneseProp {
  word: string;
  prop: Prop;
  notBefore: readonly string[];
}

/** Japanese words, the longer first: 懐中時計 is a watch, 時計 a clock. */
export const japaneseProps: readonly JapaneseProp[] = entries
  .flatMap(([prop, [, words]]) =>
    words
      .split(" ")
      .filter(Boolean)
      .map((entry): JapaneseProp => {
        const [word = "", rest = ""] = entry.split("!");
        return { word, prop, notBefore: rest.split("|").filter(Boolean) };
      }),
  )
  .toSorted((a, b) => b.word.length - a.word.length);

/** What stands about in any room or street: worth a panel only where a sentence is about it. */
export const fixtures: ReadonlySet<Prop> = new Set<Prop>([
  "door",
  "window",
  "table",
  "chair",
  "tree",
  "house",
  "moon",
  "fire",
  "clock",
  "well",
  "flower",
  "cat",
  "bed",
  "sofa",
  "wardrobe",
  "staircase",
  "stove",
  "horse",
  "cart",
  "flag",
]);

/** Words that are verbs or measures as often as things: they count only behind an article, a number or an owner. */
export const alsoVerbs: ReadonlySet<string> = new Set(
  "rose ring rings watch note book fish fan pan fire coat pipe crown crowns reel paint stakes plate box chest well boat grin gull key bag table letters letter pepper cards nest hammer map chart cross chain chains spade trumpet drum loaf feather ribbon cab deed".split(
    " ",
  ),
);

/** What a thing looks like when it breaks. */
export const brokenForms: ReadonlyMap<Prop, Prop> = new Map([
  ["teapot", "broken-teapot"],
  ["plates", "broken-plate"],
]);
