import type { ProblemWords } from "../../../../web/studio/i18n/problem-words.ts";
import type { SignInWords } from "./en.ts";

const problems: ProblemWords = {
  "password-wrong": { title: "一致しません", fix: "アドレスとパスワードをもう一度お確かめください。" },
  "password-short": { title: "パスワードが短すぎます", fix: "10文字以上にしてください。" },
  "setup-awaited": { title: "まず最初のアカウントが必要です", fix: "設定コードで作ります。" },
  "address-unproven": {
    title: "アドレスが確認されていません",
    fix: "サービス側で確認するか、パスワードかリンクでサインインしてください。",
  },
  "passkey-unknown": { title: "登録されていないパスキーです", fix: "別の方法でサインインし、設定で追加してください。" },
};

export const ja: SignInWords = {
  problems,
  signIn: "サインイン",
  welcome: "あなたの本が、漫画になる。",
  welcomeHint: "スタジオにサインインします。",
  email: "メールアドレス",
  password: "パスワード",
  newPassword: "新しいパスワード",
  name: "名前",
  nameHint: "画面での呼び名です。",
  passwordHint: "10文字以上。いくつかの言葉をつなげるのがおすすめです。",
  show: "パスワードを表示",
  hide: "パスワードを隠す",
  forgot: "お忘れですか",
  or: "または",
  passkey: "パスキーでサインイン",
  link: "メールのリンクでサインイン",
  linkSend: "リンクを送る",
  withPassword: "パスワードでサインイン",
  by: (provider) => `${provider}で続ける`,
  google: "Google",
  twitter: "X",
  noAccount: "はじめての方は",
  signUp: "アカウントを作る",
  haveAccount: "アカウントをお持ちの方は",
  byInvitation: "新しい方は招待制です。管理者にお尋ねください。",

  signUpTitle: "アカウントを作る",
  signUpHint: "自分だけの本棚ができます。",
  invited: "招待が届いています",
  invitedHint: "名前とパスワードを決めると、本棚が使えます。",
  setupTitle: "最初のアカウント",
  setupHint: "作った人がこのスタジオの管理者になります。設定コードは、スタジオを起動した画面の最初の方にあります。",
  setupCode: "設定コード",

  sent: "メールをご確認ください",
  sentVerify: (email) => `${email}にリンクを送りました。開くとアカウントが使えます。`,
  sentLink: (email) => `${email}のアカウントがあれば、サインイン用のリンクが届きます。数分間有効です。`,
  sentReset: (email) => `${email}のアカウントがあれば、新しいパスワード用のリンクが届きます。1時間有効です。`,
  sentOutbox: "このスタジオはまだメールを送れません。手紙は管理者の「管理」→「メール」にあります。",
  sendAgain: "もう一度送る",
  sentAgain: "もう一度送りました。",
  otherAddress: "別のアドレスにする",

  forgotTitle: "パスワードの再設定",
  forgotHint: "アドレスを入れると、リンクが届きます。",
  forgotSend: "リンクを送る",
  toSignIn: "サインインに戻る",

  resetTitle: "新しいパスワード",
  resetHint: "ほかの端末はすべてサインアウトします。",
  resetSave: "パスワードを保存",
  resetDone: "新しいパスワードになりました。サインインしてください。",

  verified: "アドレスを確認しました",
  verifiedHint: "準備ができました。",
  goOn: "スタジオを開く",
  linkOver: "このリンクは使えません",
  linkOverHint: "リンクは短い間だけ、一度だけ使えます。新しいリンクをお求めください。",
  newLink: "新しいリンクを送る",
  providerFailed: "サインインできませんでした",
  providerFailedHint:
    "もう一度試すか、別の方法をお選びください。パスワードのあるアカウントは、まずそれでサインインし、ほかの方法は設定でつなぎます。",

  unverified: "アドレスがまだ確認されていません",
  unverifiedHint: "届いたリンクを開くか、もう一度送ってください。",

  again: "もう一度サインイン",
  againHint: "サインインの期限が切れました。このページの内容はそのままです。",
  otherPerson: "別の人としてサインイン",

  emailMissing: "name@example.orgのように入れてください。",
  passwordMissing: "パスワードを入れてください。",
  passwordShort: "10文字以上にしてください。",
  nameMissing: "お名前を入れてください。",
  codeMissing: "スタジオを起動した画面からコードを写してください。",
};
