import styles from "./avatar.module.css";

/** A person's picture, or the first letter of their name. As large as its `size` in pixels. */
export function Avatar({ name, picture, size = 32 }: { name: string; picture: string | null; size?: number }) {
  const letter = /./u.exec(name.trim())?.[0].toLocaleUpperCase() ?? "·";
  return (
    <span className={styles["avatar"]} style={{ inlineSize: size, blockSize: size, fontSize: size * 0.46 }} aria-hidden>
      {picture === null ? letter : <img src={picture} alt="" width={size} height={size} />}
    </span>
  );
}
