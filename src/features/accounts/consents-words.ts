/** Documents that a person may agree to. */
export const consentDocuments = ["terms", "privacy"] as const;
export type ConsentDocument = (typeof consentDocuments)[number];

/** What a person reads of a document. */
export interface ConsentText {
  title: string;
  paragraphs: readonly string[];
}

/** The day on which the texts were last changed: who agreed to another version is asked again. */
export const consentVersion = "2026-11-22";

/** The documents, short and true of a studio that somebody runs on a machine of their own. */
export const consentTexts: Readonly<Record<"en" | "ja", Readonly<Record<ConsentDocument, ConsentText>>>> = {
  en: {
    terms: {
      title: "Terms of use",
      paragraphs: [
        "This studio is run by whoever installed it, not by the makers of Fabula. They decide who may use it and for how long.",
        "Add only books that you may copy and change: your own, ones that are free, or ones whose owner has allowed it.",
        "What you add stays yours, and so do the comics that are made of it. Others see of them only what you share by a link.",
        "Who runs the studio may close an account that harms others or the machine. You can take everything with you at any time (Settings, Your data).",
        "The program comes without any warranty. Keep copies of what you cannot lose.",
      ],
    },
    privacy: {
      title: "Privacy",
      paragraphs: [
        "Kept are: your name and address, how you sign in (passwords as hashes only), the devices that are signed in with their address on the network, your settings, your books and everything that is made of them.",
        "All of it lies in the database and the store of this studio. Fabula sends nothing to its makers: it counts no visitors and shows no advertising.",
        "Text of your books leaves this machine only where the studio was set up to ask a model of another provider. Signing in by Google, X or another provider tells them that you did.",
        "People with the role ADMIN see your name and address, when you last signed in, how much you keep, and which work failed. The studio shows them neither titles nor texts nor pages. Who has the machine itself can read its disk.",
        "You can download everything, and delete your account: after 14 days rows and files are gone. Backups that whoever runs the studio has made keep them until they expire.",
      ],
    },
  },
  ja: {
    terms: {
      title: "利用規約",
      paragraphs: [
        "このスタジオを運営しているのは、Fabulaの作者ではなく、設置した人です。だれがいつまで使えるかは、その人が決めます。",
        "追加してよいのは、複製や改変が許されている本だけです。自分で書いたもの、自由に使えるもの、権利者が認めたものに限ります。",
        "追加したものも、そこから作られた漫画も、あなたのものです。ほかの人に見えるのは、あなたがリンクで共有したものだけです。",
        "ほかの人や機械に害を与えるアカウントは、運営者が止めることがあります。データはいつでもすべて持ち出せます（設定の「あなたのデータ」）。",
        "プログラムは無保証です。失って困るものは、控えを取っておいてください。",
      ],
    },
    privacy: {
      title: "プライバシー",
      paragraphs: [
        "保存されるのは、名前とメールアドレス、サインインの方法（パスワードはハッシュのみ）、サインイン中の端末とそのネットワーク上のアドレス、設定、本、そして本から作られたすべてのものです。",
        "すべて、このスタジオのデータベースと保存場所にあります。作者には何も送られません。訪問者を数えることも、広告を出すこともありません。",
        "本の文章が外に出るのは、スタジオがほかの事業者のモデルを使う設定になっているときだけです。GoogleやXなどでサインインすると、その事業者に伝わります。",
        "管理者に見えるのは、名前とメールアドレス、最後のサインイン、使用量、失敗した作業です。題名や文章やページは見せません。ただし機械そのものを持つ人は、ディスクを読むことができます。",
        "データはすべてダウンロードでき、アカウントは削除できます。14日後に記録もファイルも消えます。運営者が取ったバックアップには、期限が切れるまで残ります。",
      ],
    },
  },
};
