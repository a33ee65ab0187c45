// Every code that a mutation can refuse with, for front-end teams: docs/generated/errors.md.
import type { Description, RefusalEntry } from './description.ts';
import type { Generated } from './generated.ts';
import { table } from './sections.ts';

/** @param platform refusals that every department may give (request keys, permissions, states) */
export function printErrorCatalogue(platform: Readonly<Record<string, RefusalEntry>>, descriptions: readonly Description[]): Generated {
  const groups = descriptions.filter(({ refusals }) => Object.keys(refusals).length > 0);
  const sections = groups.map(({ project, refusals }) => `## ${project.split('/').pop()}\n\n${printGroup(refusals)}`);
  const text = [
    '# Refusals',
    'A mutation that a rule refuses answers with `userErrors { code message field rule }`; `rule` is a row of docs/requirements.md, a gate or a parameter. Printed from `<dept>.errors.ts` by `npm run print`.',
    `## every department\n\n${printGroup(platform)}`,
    ...sections,
    '',
  ].join('\n\n');
  return { path: 'docs/generated/errors.md', text };
}

function printGroup(refusals: Readonly<Record<string, RefusalEntry>>): string {
  const rows = Object.entries(refusals)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { rule, en, zh }]) => [`\`${code}\``, rule, en, zh]);
  return table(['Code', 'Rule', 'English', '中文'], rows);
}
