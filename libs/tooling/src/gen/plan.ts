// What a generator wants: new files, changed files, and what is left for a person. Nothing is written before the whole plan stands.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatted } from '../workspace/formatted.ts';
import type { SourceTree } from '../workspace/tree.ts';
import { GeneratorProblem } from './naming.ts';

export interface Plan {
  /** Path -> text of files that must not exist yet. */
  readonly created: Readonly<Record<string, string>>;
  /** Path -> change of files that must exist. */
  readonly edited: Readonly<Record<string, (text: string) => string>>;
  /** Sentences: what a person writes next, and where. */
  readonly left: readonly string[];
}

export interface Written {
  readonly path: string;
  readonly lines: number;
}

/** Writes the plan, formatted as the house formats. @throws GeneratorProblem before anything is written */
export async function carryOut(tree: SourceTree, { created, edited }: Plan): Promise<Written[]> {
  const taken = Object.keys(created).find((path) => existsSync(join(tree.root, path)));
  if (taken) throw new GeneratorProblem(`${taken} exists already`);
  const missing = Object.keys(edited).find((path) => !existsSync(join(tree.root, path)));
  if (missing) throw new GeneratorProblem(`${missing} does not exist`);
  const changes = Object.entries(edited).map(([path, change]) => ({ path, before: tree.read(path), after: change(tree.read(path)) }));
  const files = [...Object.entries(created).map(([path, after]) => ({ path, before: '', after })), ...changes];
  const written: Written[] = [];
  for (const { path, before, after } of files) {
    const text = await formatted(path, after);
    mkdirSync(dirname(join(tree.root, path)), { recursive: true });
    writeFileSync(join(tree.root, path), text);
    written.push({ path, lines: text.split('\n').length - before.split('\n').length });
  }
  return written;
}

/** Joins plans that are carried out together. */
export function together(...plans: readonly Plan[]): Plan {
  const edited: Record<string, (text: string) => string> = {};
  for (const [path, change] of plans.flatMap((plan) => Object.entries(plan.edited))) {
    const earlier = edited[path];
    edited[path] = earlier ? (text) => change(earlier(text)) : change;
  }
  return { created: Object.assign({}, ...plans.map((plan) => plan.created)), edited, left: plans.flatMap((plan) => plan.left) };
}
