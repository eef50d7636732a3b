/** What a failure is called and what to do, by its code. Codes that are not here are told in the studio's own English. */
export type ProblemWords = Readonly<Record<string, { title: string; fix: string }>>;

/** Only those whose usual words speak of the command line. */
export const problemsEn: ProblemWords = {
  "part-missing": { title: "The book has no such chapters", fix: "Choose other chapters." },
  "length-impossible": { title: "The book does not fit this many pages", fix: "Choose another number of pages." },
  "several-books": { title: "This archive holds more than one book", fix: "Unpack it, and add the books one by one." },
  "job-unknown": { title: "There is no such comic", fix: "Open the book: all its comics are there." },
  "job-state": {
    title: "The comic is not in a state for that",
    fix: "It may have just been finished or stopped. Look at it once more.",
  },
  "disk-full": { title: "The disk is full", fix: "Free some space, then try again." },
  "worker-lost": {
    title: "The studio stopped in the midst of this, again and again",
    fix: "Try again; if it stops there once more, this book may need more memory than there is.",
  },
};

export const problemsJa: ProblemWords = {
  unreachable: {
    title: "スタジオから返事がありません",
    fix: "起動しているか確かめて、もう一度お試しください。",
  },
  internal: { title: "Fabulaの中で問題が起きました", fix: "もう一度お試しください。続くときはお知らせください。" },
  "empty-file": { title: "ファイルが空です", fix: "もう一度ファイルを選んでください。" },
  "upload-empty": { title: "ファイルが空です", fix: "もう一度ファイルを選んでください。" },
  "not-a-book": {
    title: "Fabulaが読める本ではありません",
    fix: "EPUB、Word、FB2、HTML、Markdown、テキスト、青空文庫、またはそれらのZIPを選んでください。",
  },
  "damaged-zip": { title: "ファイルが壊れています", fix: "もう一度ダウンロードするか、コピーしてください。" },
  "damaged-docx": { title: "Word文書が壊れています", fix: "ワープロで開いて、保存し直してください。" },
  "epub-without-package": { title: "EPUBに目録がありません", fix: "作ったソフトで書き出し直してください。" },
  "epub-encrypted": { title: "この本はコピー防止されています", fix: "保護のない版をお使いください。" },
  "too-large": { title: "本として大きすぎます", fix: "本当に本なら、巻に分けてください。" },
  "upload-too-large": { title: "ファイルが大きすぎます", fix: "小さいものを選ぶか、分けてください。" },
  "no-text": { title: "文章がありません", fix: "絵だけのファイルかもしれません。漫画にするには文章が要ります。" },
  "several-books": { title: "本が二冊以上入っています", fix: "解凍して、一冊ずつ追加してください。" },
  "unknown-encoding": { title: "文字を読み取れません", fix: "UTF-8で保存し直してください。" },
  "upload-active": { title: "この種類のファイルは受け付けていません", fix: "画像はPNGで保存してお選びください。" },
  "upload-unknown": { title: "何のファイルか分かりません", fix: "本や文章、画像のファイルを選んでください。" },
  "upload-unwanted": { title: "ここでは使えない種類です", fix: "別の種類のファイルを選んでください。" },
  "quota-full": { title: "保存できる容量がいっぱいです", fix: "いらないファイルを消してください。" },
  "disk-full": { title: "ディスクがいっぱいです", fix: "空きを作って、もう一度お試しください。" },
  "storage-full": { title: "保存場所がいっぱいです", fix: "空きを作って、もう一度お試しください。" },
  "part-missing": { title: "その章は本にありません", fix: "別の章を選んでください。" },
  "script-unsupported": {
    title: "この本の文字には対応していません",
    fix: "ラテン、ギリシャ、キリルの各文字と日本語に対応しています。",
  },
  "length-impossible": { title: "そのページ数には収まりません", fix: "別のページ数にしてください。" },
  "nothing-to-draw": { title: "描く物語が見つかりません", fix: "本文のある本かどうか確かめてください。" },
  "novel-gone": { title: "この漫画の本は本棚にありません", fix: "本をもう一度追加して、作り直してください。" },
  "book-unknown": {
    title: "その本は本棚にありません",
    fix: "本棚から開き直してください。ごみ箱の本は30日間、元に戻せます。",
  },
  "job-unknown": { title: "その漫画はありません", fix: "本を開くと、漫画がすべて見られます。" },
  "job-state": { title: "今はその操作ができません", fix: "完成か停止したところかもしれません。もう一度見てください。" },
  "chapter-unknown": { title: "その章はありません", fix: "目次から選び直してください。" },
  "page-unknown": { title: "そのページはありません", fix: "ほかのページを開いてください。" },
  "page-undrawn": { title: "まだ描かれていません", fix: "少しお待ちください。順に現れます。" },
  "share-unknown": { title: "そのリンクはありません", fix: "アドレスをもう一度コピーするか、送り主に尋ねてください。" },
  "share-ended": { title: "このリンクは終わりました", fix: "新しいリンクを送り主に頼んでください。" },
  "request-invalid": { title: "入力に合わないところがあります", fix: "内容を直して、もう一度お試しください。" },
  "request-foreign": {
    title: "別の場所からの操作です",
    fix: "スタジオが起動したときに示したアドレスで開いてください。",
  },
  "account-unknown": {
    title: "そのアカウントはありません",
    fix: "一覧を見直してください。削除されたのかもしれません。",
  },
  "last-admin": {
    title: "管理者がいなくなってしまいます",
    fix: "先に、ほかの人を管理者にしてください。",
  },
  "proof-needed": {
    title: "ご本人であることの確認が必要です",
    fix: "パスワードを入力するか、サインインし直して十分以内に行ってください。",
  },
  "consent-outdated": { title: "文書が新しくなっています", fix: "今の文書を読み直してください。" },
  "picture-unreadable": {
    title: "読み取れない画像です",
    fix: "PNG、JPEG、GIFで、4000万画素までの画像を選んでください。",
  },
  "database-busy": { title: "ほかの処理が終わるのを待っています", fix: "少し待って、もう一度お試しください。" },
  "stored-file-lost": { title: "ファイルが見つかりません", fix: "しばらくして、もう一度お試しください。" },
  "worker-lost": {
    title: "この工程で何度も止まりました",
    fix: "もう一度お試しください。また止まるときは、この本には記憶容量が足りないのかもしれません。",
  },
};
