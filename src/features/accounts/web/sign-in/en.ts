import type { ProblemWords } from "../../../../web/studio/i18n/problem-words.ts";

/** Refusals that have words of their own here: what a person does on these pages, not at a terminal. */
const problems: ProblemWords = {
  "password-wrong": { title: "That did not match", fix: "Look at the address and the password once more." },
  "password-short": { title: "The password is too short", fix: "Take at least 10 characters." },
  "setup-code-wrong": { title: "That is not the setup code", fix: "Copy it from where the studio was started." },
  "setup-done": { title: "The first account is there already", fix: "Sign in, or ask for an invitation." },
  "setup-awaited": { title: "The first account comes first", fix: "It is made with the setup code." },
  "sign-up-closed": { title: "New people come by invitation", fix: "Ask whoever runs this studio for one." },
  "account-inactive": { title: "This account is switched off", fix: "Ask whoever runs this studio." },
  "address-unproven": {
    title: "The provider has not confirmed your address",
    fix: "Confirm it there, or sign in with a password or a link.",
  },
  "passkey-unknown": {
    title: "This studio does not know that passkey",
    fix: "Sign in another way, then add it in the settings.",
  },
  "link-ended": { title: "This link is over", fix: "Ask for a new one." },
};

/** What is said to people who have not signed in. */
export const en = {
  problems,
  signIn: "Sign in",
  welcome: "Your books, as comics.",
  welcomeHint: "Sign in to your studio.",
  email: "E-mail",
  password: "Password",
  newPassword: "New password",
  name: "Name",
  nameHint: "As the studio shall call you.",
  passwordHint: "At least 10 characters. A few words in a row are good.",
  show: "Show the password",
  hide: "Hide the password",
  forgot: "Forgot it?",
  or: "or",
  passkey: "Sign in with a passkey",
  link: "Mail me a link to sign in",
  linkSend: "Mail me a link",
  withPassword: "Sign in with a password",
  by: (provider: string) => `Continue with ${provider}`,
  google: "Google",
  twitter: "X",
  noAccount: "New here?",
  signUp: "Make an account",
  haveAccount: "You have an account?",
  byInvitation: "New people come by invitation. Ask whoever runs this studio.",

  signUpTitle: "Make your account",
  signUpHint: "Then your shelf is yours alone.",
  invited: "You are invited",
  invitedHint: "Choose a name and a password, and your shelf is ready.",
  setupTitle: "The first account",
  setupHint:
    "Whoever makes it runs this studio. The setup code stands where the studio was started, in its first lines.",
  setupCode: "Setup code",

  sent: "Look into your mail",
  sentVerify: (email: string) => `We have sent a link to ${email}. Open it, and your account is ready.`,
  sentLink: (email: string) =>
    `If ${email} has an account here, a link to sign in is on its way. It holds for a few minutes.`,
  sentReset: (email: string) =>
    `If ${email} has an account here, a link for a new password is on its way. It holds for an hour.`,
  sentOutbox: "This studio sends no mail yet: whoever runs it finds the letter under Administration, Mail.",
  sendAgain: "Send it again",
  sentAgain: "It is on its way again.",
  otherAddress: "Another address",

  forgotTitle: "A new password",
  forgotHint: "Tell us your address, and we mail you a link.",
  forgotSend: "Mail me the link",
  toSignIn: "Back to signing in",

  resetTitle: "Choose a new password",
  resetHint: "All other devices are then signed out.",
  resetSave: "Save the password",
  resetDone: "The new password holds. Sign in with it.",

  verified: "Your address is confirmed",
  verifiedHint: "Everything is ready.",
  goOn: "Open the studio",
  linkOver: "This link is over",
  linkOverHint: "Links hold for a short time and work once. Ask for a new one.",
  newLink: "Ask for a new link",
  providerFailed: "That sign-in did not work",
  providerFailedHint:
    "Try again, or choose another way. An account that has a password is signed in with that first; other ways are linked in its settings.",

  unverified: "Your address is not confirmed yet",
  unverifiedHint: "Open the link that we sent you, or have it sent again.",

  again: "Sign in again",
  againHint: "Your sign-in has ended. Everything on this page stays as it is.",
  otherPerson: "Sign in as somebody else",

  emailMissing: "An address looks like name@example.org.",
  passwordMissing: "Write your password.",
  passwordShort: "At least 10 characters.",
  nameMissing: "What shall we call you?",
  codeMissing: "Copy the code from where the studio was started.",
};

export type SignInWords = typeof en;
