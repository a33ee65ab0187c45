// Nx's module boundaries, asked only about imports that leave their project. Nx looks up the target of every import in its graph, which takes it longer than
// all other rules together; an import of the next file or of an installed package crosses no boundary.
import { relative, resolve, sep } from 'node:path';
import nx from '@nx/eslint-plugin';
import type { Rule } from 'eslint';

const RULE = 'enforce-module-boundaries';
const projectRoot = /^(?:(?:libs|services)\/[^/]+|gateway|infra|tests)\//;

/** @param from path of the importing file relative to the workspace @param name what it imports */
export function leavesProject(from: string, name: string): boolean {
  if (name.startsWith('@weilend/')) return true;
  const own = projectRoot.exec(from)?.[0];
  if (!name.startsWith('.') || own === undefined) return name.startsWith('.');
  const target = relative(sep, resolve(sep, from, '..', name))
    .split(sep)
    .join('/');
  return !target.startsWith(own);
}

const rule = (nx as unknown as { readonly rules: Readonly<Record<string, Rule.RuleModule>> }).rules[RULE] as Rule.RuleModule;

const atTheBorder: Rule.RuleModule = {
  ...rule,
  create(context) {
    const from = relative(context.cwd, context.filename).split(sep).join('/');
    const asked = Object.entries(rule.create(context)).map(([kind, visit]) => [
      kind,
      (node: { readonly source?: { readonly value?: unknown } | null }) => {
        const name = node.source?.value;
        if (typeof name === 'string' && leavesProject(from, name)) (visit as (node: unknown) => void)(node);
      },
    ]);
    return Object.fromEntries(asked) as Rule.RuleListener;
  },
};

export const nxPlugin = { meta: { name: '@nx' }, rules: { [RULE]: atTheBorder } };
