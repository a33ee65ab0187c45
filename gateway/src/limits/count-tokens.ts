import { Lexer, Source, TokenKind } from 'graphql';

/** Lexical tokens of a document, as the parser counts them: without comments. Counts up to the first character that is no GraphQL. */
export function countTokens(text: string): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  } catch {
    return count;
  }
  return count;
}
