import { hasLogic } from '../workspace/code.ts';
import type { SourceTree } from '../workspace/tree.ts';
import type { Finding, TidyRule } from './finding.ts';
import { fail } from './finding.ts';

const domainFile = /^services\/[^/]+\/src\/domain\/.*(?<!\.(spec|cases|builder))\.ts$/;
const specsId = 'domain-specs';
const openingId = 'domain-openings';
/** Shorter than this, an opening comment is a title, not a paragraph somebody from lending could nod at. */
const shortestOpening = 60;

export const domainSpecs: TidyRule = {
  id: specsId,
  keeps: 'every domain file that decides something has its spec beside it',
  check: (tree) =>
    domainFilesOf(tree)
      .filter((path) => lacksSpec(tree, path))
      .map((path) => fail(specsId, path, `has logic but no ${specOf(path).split('/').pop()} beside it`)),
};

export const domainOpenings: TidyRule = {
  id: openingId,
  keeps: 'every domain file opens with a paragraph that a lending person would nod at',
  check: (tree) => domainFilesOf(tree).flatMap((path) => judgeOpening(path, tree.read(path))),
};

function domainFilesOf(tree: SourceTree): string[] {
  return tree.files.filter((path) => domainFile.test(path));
}

function specOf(path: string): string {
  return path.replace(/\.ts$/, '.spec.ts');
}

function lacksSpec(tree: SourceTree, path: string): boolean {
  return !tree.files.includes(specOf(path)) && hasLogic(path, tree.read(path));
}

function judgeOpening(path: string, text: string): Finding[] {
  const opening = /^\s*(?:\/\*[\s\S]*?\*\/|(?:\/\/[^\n]*\n?)+)/.exec(withoutImports(text))?.[0] ?? '';
  const words = opening.replace(/[/*\s]+/g, ' ').trim();
  return words.length >= shortestOpening
    ? []
    : [fail(openingId, path, 'must open with a paragraph that says what it is about, in the words of lending', 1)];
}

/** The paragraph may stand before or after the imports. */
function withoutImports(text: string): string {
  return text.replace(/^(?:import\s[\s\S]*?from\s+'[^']+';\s*\n)+/, '');
}
