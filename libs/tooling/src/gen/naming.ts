// One verb-noun runs through: folder, class, mutation, input, permission. All spellings come from here.

export interface Name {
  /** record-repayment */
  readonly kebab: string;
  /** RecordRepayment */
  readonly pascal: string;
  /** recordRepayment */
  readonly camel: string;
  /** record repayment */
  readonly words: string;
}

const kebabCase = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** @throws GeneratorProblem when it is not kebab-case */
export function nameOf(kebab: string): Name {
  if (!kebabCase.test(kebab)) throw new GeneratorProblem(`"${kebab}" is not kebab-case`);
  const pascal = kebab.replace(/(^|-)([a-z0-9])/g, (_match, _dash, letter: string) => letter.toUpperCase());
  return { kebab, pascal, camel: pascal.charAt(0).toLowerCase() + pascal.slice(1), words: kebab.replaceAll('-', ' ') };
}

/** `a loan`, `an employee`: builders are called aLoan, anEmployee. */
export function builderOf(entity: Name): string {
  return `${/^[aeiou]/.test(entity.kebab) ? 'an' : 'a'}${entity.pascal}`;
}

export function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** What the person at the keyboard can mend; shown without a stack. */
export class GeneratorProblem extends Error {}
