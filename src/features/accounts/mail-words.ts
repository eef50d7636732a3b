/** The mails of the studio. */
export type MailKind =
  | "verify-address"
  | "address-known"
  | "reset-password"
  | "magic-link"
  | "confirm-address"
  | "new-address"
  | "invitation"
  | "deletion-planned"
  | "deletion-cancelled";

export type MailLanguage = "en" | "ja";

/** What a mail says; `{link}`, `{name}`, `{address}` and `{date}` are filled in. One paragraph each. */
export interface MailWords {
  subject: string;
  paragraphs: readonly string[];
}

const unasked = {
  en: "If this was not you, you can leave this mail unanswered: nothing happens.",
  ja: "お心当たりがない場合は、このメールを無視してください。何も起こりません。",
};

export const mailWords: Readonly<Record<MailKind, Readonly<Record<MailLanguage, MailWords>>>> = {
  "verify-address": {
    en: {
      subject: "Confirm your address for Fabula",
      paragraphs: [
        "Welcome to Fabula, {name}.",
        "Open this link to confirm that the address is yours. It is good for one day:",
        "{link}",
        `Did somebody else sign up with your address? Then do not open it. ${unasked.en}`,
      ],
    },
    ja: {
      subject: "Fabula：メールアドレスの確認",
      paragraphs: [
        "{name} 様、Fabula へようこそ。",
        "次のリンクを開いて、メールアドレスがご本人のものであることを確認してください。有効期間は一日です。",
        "{link}",
        `ほかの人があなたのアドレスで登録した場合は、リンクを開かないでください。${unasked.ja}`,
      ],
    },
  },
  "address-known": {
    en: {
      subject: "You already have an account at Fabula",
      paragraphs: [
        "Hello {name}. Somebody wanted to sign up with this address, which has an account already.",
        "If it was you: sign in here. You can ask there for a new password too.",
        "{link}",
        unasked.en,
      ],
    },
    ja: {
      subject: "Fabula のアカウントはすでにあります",
      paragraphs: [
        "{name} 様。このメールアドレスで新規登録の申し込みがありましたが、アカウントはすでにあります。",
        "ご本人の場合は、こちらからサインインしてください。パスワードの再設定もできます。",
        "{link}",
        unasked.ja,
      ],
    },
  },
  "reset-password": {
    en: {
      subject: "A new password for Fabula",
      paragraphs: [
        "Hello {name}. Open this link to choose a new password. It is good for one hour, and once:",
        "{link}",
        "All devices are signed out then.",
        unasked.en,
      ],
    },
    ja: {
      subject: "Fabula：パスワードの再設定",
      paragraphs: [
        "{name} 様。次のリンクを開いて、新しいパスワードを決めてください。有効期間は一時間、使えるのは一度だけです。",
        "{link}",
        "再設定すると、すべての端末でサインアウトします。",
        unasked.ja,
      ],
    },
  },
  "magic-link": {
    en: {
      subject: "Your link to sign in to Fabula",
      paragraphs: [
        "Open this link to sign in. It is good for 15 minutes, and once:",
        "{link}",
        "Give it to nobody: who opens it is signed in as you.",
        unasked.en,
      ],
    },
    ja: {
      subject: "Fabula へのサインイン用リンク",
      paragraphs: [
        "次のリンクを開くとサインインできます。有効期間は15分、使えるのは一度だけです。",
        "{link}",
        "このリンクを人に教えないでください。開いた人があなたとしてサインインします。",
        unasked.ja,
      ],
    },
  },
  "confirm-address": {
    en: {
      subject: "Shall your address at Fabula change?",
      paragraphs: [
        "Hello {name}. Your account is to have another address: {address}",
        "If you want that, open this link. We then write to the new address:",
        "{link}",
        "If this was not you, do not open it, and choose a new password.",
      ],
    },
    ja: {
      subject: "Fabula：メールアドレス変更の確認",
      paragraphs: [
        "{name} 様。アカウントのメールアドレスを次のものに変更する申し込みがありました：{address}",
        "変更する場合は次のリンクを開いてください。そのあと新しいアドレスにメールをお送りします。",
        "{link}",
        "お心当たりがない場合はリンクを開かず、パスワードを変更してください。",
      ],
    },
  },
  "new-address": {
    en: {
      subject: "Confirm your new address for Fabula",
      paragraphs: [
        "Hello {name}. Open this link, and your account has this address from then on. All devices are signed out then:",
        "{link}",
        unasked.en,
      ],
    },
    ja: {
      subject: "Fabula：新しいメールアドレスの確認",
      paragraphs: [
        "{name} 様。次のリンクを開くと、アカウントのメールアドレスがこのアドレスに変わり、すべての端末でサインアウトします。",
        "{link}",
        unasked.ja,
      ],
    },
  },
  invitation: {
    en: {
      subject: "{name} invites you to Fabula",
      paragraphs: [
        "{name} invites you to a studio where books become comics.",
        "Open this link to make your account. It is good for 7 days:",
        "{link}",
        unasked.en,
      ],
    },
    ja: {
      subject: "{name} さんから Fabula への招待",
      paragraphs: [
        "本をマンガにするスタジオに、{name} さんから招待が届いています。",
        "次のリンクを開いてアカウントを作成してください。有効期間は七日間です。",
        "{link}",
        unasked.ja,
      ],
    },
  },
  "deletion-planned": {
    en: {
      subject: "Your account at Fabula will be deleted",
      paragraphs: [
        "Hello {name}. On {date} your account, your books, comics and files are deleted for good.",
        "Until then you can sign in and change your mind:",
        "{link}",
        "If this was not you, sign in, call it off, and choose a new password.",
      ],
    },
    ja: {
      subject: "Fabula のアカウントは削除されます",
      paragraphs: [
        "{name} 様。{date} に、アカウントと、すべての本・マンガ・ファイルが完全に削除されます。",
        "それまでは、サインインして取り消すことができます。",
        "{link}",
        "お心当たりがない場合は、サインインして取り消し、パスワードを変更してください。",
      ],
    },
  },
  "deletion-cancelled": {
    en: {
      subject: "Your account at Fabula stays",
      paragraphs: ["Hello {name}. The deletion of your account was called off. Everything stays as it was.", "{link}"],
    },
    ja: {
      subject: "Fabula のアカウントは残ります",
      paragraphs: ["{name} 様。アカウントの削除は取り消されました。すべて元のままです。", "{link}"],
    },
  },
};
