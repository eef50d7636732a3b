import { h } from "./dom.ts";

/** Milliseconds a message stays. */
const messageTime = 5000;

export interface Messages {
  node: HTMLElement;
  /** Shows a line over the page for a while, and has it read out. */
  say(text: string): void;
  hide(): void;
}

export function messages(): Messages {
  const node = h("div", { class: "message", role: "status" });
  let end = 0;
  const hide = () => node.classList.remove("on");
  return {
    node,
    hide,
    say(text) {
      node.textContent = text;
      node.classList.add("on");
      clearTimeout(end);
      end = window.setTimeout(hide, messageTime);
    },
  };
}
