/** Words by which a book itself calls somebody no man, and never merely a villain. */
const monster =
  /^(?:the )?(?:fiend|d(?:ae|e)mon|monster|ogre|goblin|ghoul|troll|giant|being)$|^(?:.*の)?(?:赤|青|大|小)?鬼(?:ども|たち)?$|怪物|化け?物/iu;

/** Whether somebody of the cast is a monster, by the only name that the book has for them. */
export const isMonster = (name: string): boolean => monster.test(name);
