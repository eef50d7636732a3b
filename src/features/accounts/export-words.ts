/** The words of an archive of everything that a person has. */
export interface ExportWords {
  title: string;
  intro: (name: string, day: string) => string;
  files: string;
  filesText: string;
  rows: string;
  rowsText: string;
  left: string;
  leftText: string;
  lost: string;
  lostText: string;
  file: string;
  size: string;
  table: string;
  count: string;
  /** Of folders of files. */
  categories: Readonly<Record<string, string>>;
}

export const exportWords: Readonly<Record<"en" | "ja", ExportWords>> = {
  en: {
    title: "Everything you have in Fabula",
    intro: (name, day) => `Made for ${name} on ${day}.`,
    files: "Files",
    filesText:
      "Your books, pictures, comics and what was made on the way to them, exactly as they were kept. The folder says what a file is for.",
    rows: "Data",
    rowsText:
      "What the database says of you and your things: one JSON file for each table, long tables in several. Times are in UTC, 1 is yes and 0 is no.",
    left: "What is not here",
    leftText:
      "Passwords, keys, tokens and their hashes are left out, since they open doors; so are numbers that a program makes anew from your books (words and vectors for search).",
    lost: "Lost files",
    lostText: "These files are on record, but the store of the studio does not have them whole:",
    file: "File",
    size: "Bytes",
    table: "Table",
    count: "Rows",
    categories: {
      novels: "Books as you brought them",
      chunks: "Pieces of text on the way",
      analysis: "What was found in the text",
      layouts: "Pages before they were drawn",
      renders: "Pages of comics",
      outputs: "Finished comics",
      audio: "Sounds",
      images: "Pictures",
      thumbnails: "Small pictures",
      exports: "Exports",
      backups: "Backups",
    },
  },
  ja: {
    title: "Fabulaにある、あなたのすべて",
    intro: (name, day) => `${name}さんのために${day}に作成`,
    files: "ファイル",
    filesText: "本、画像、漫画、その途中で作られたもの。保存されていたままの形です。フォルダーの名前が用途を表します。",
    rows: "データ",
    rowsText:
      "データベースにある、あなたとあなたのものについての記録。表ごとにJSONファイルが一つ（長い表は複数）あります。時刻は協定世界時、1は「はい」、0は「いいえ」です。",
    left: "入っていないもの",
    leftText:
      "パスワード、鍵、トークンとそのハッシュは、悪用されると危ないので入っていません。本からいつでも作り直せる検索用の数値も省いてあります。",
    lost: "失われたファイル",
    lostText: "記録はありますが、スタジオの保存場所に元のままでは残っていないファイル：",
    file: "ファイル",
    size: "バイト",
    table: "表",
    count: "行",
    categories: {
      novels: "追加した本",
      chunks: "途中の文章",
      analysis: "文章から分かったこと",
      layouts: "描く前のページ",
      renders: "漫画のページ",
      outputs: "完成した漫画",
      audio: "音",
      images: "画像",
      thumbnails: "小さい画像",
      exports: "書き出し",
      backups: "バックアップ",
    },
  },
};
