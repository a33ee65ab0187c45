import { isCode } from '../workspace/code.ts';
import type { TidyRule } from './finding.ts';
import { failEach } from './finding.ts';

const id = 'no-open-ends';
// Composed, so that this file does not match itself.
const words = ['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|');
const switches = [
  'eslint' + '-disable',
  'oxlint' + '-disable',
  '@ts' + '-ignore',
  '@ts' + '-nocheck',
  'oxfmt' + '-ignore',
  'prettier' + '-ignore',
  'istanbul' + ' ignore',
].join('|');
const unfinished = ['not' + ' implemented', 'not yet' + ' implemented'].join('|');
const pattern = new RegExp(`\\b(?:${words})\\b|${switches}|\\b(?:${unfinished})\\b`, 'g');

export const noOpenEnds: TidyRule = {
  id,
  keeps: 'nothing is left for later in the code, and no check is switched off in place',
  check: (tree) =>
    tree.files.filter(isCode).flatMap((path) =>
      failEach(id, path, tree.read(path), {
        pattern,
        message: (match) => `"${match}": finish it, or open an issue and leave the code whole`,
      }),
    ),
};
