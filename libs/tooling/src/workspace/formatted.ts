// Text as `oxfmt` would leave it by the workspace's own configuration, so that what prints files and the format check never argue.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'oxfmt';
import type { FormatConfig } from 'oxfmt';
import { repositoryRoot } from './tree.ts';

const formattable = /\.(ts|json|md)$/;

/**
 * @param path says the language by its ending; it need not exist
 * @returns the text untouched when the ending is of no language that is formatted
 * @throws Error when the text does not parse
 */
export async function formatted(path: string, text: string): Promise<string> {
  if (!formattable.test(path)) return text;
  const { code, errors } = await format(path, text, houseStyle());
  const [first] = errors;
  if (first) throw new Error(`${path} cannot be formatted: ${first.message}`);
  return code;
}

function houseStyle(): FormatConfig {
  const { ignorePatterns: _, ...style } = JSON.parse(readFileSync(join(repositoryRoot, '.oxfmtrc.json'), 'utf8')) as FormatConfig & {
    readonly ignorePatterns?: readonly string[];
  };
  return style;
}
