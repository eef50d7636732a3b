import type { Words } from "../i18n/en.ts";

/** The name that whoever sits at the machine has in the database until they choose one (`src/features/accounts/queries/local-owner.ts`). */
const unnamed = "Owner";

/** What a person is called on the pages: the language's own word for somebody who has chosen no name. */
export const personName = (name: string, words: Words): string => (name === unnamed ? words.owner : name);
