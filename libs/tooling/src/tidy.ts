// `npm run tidy`: the rules of the house that are about files rather than about code. Prints what it finds; exit 1 when something fails.
import { applyExceptions, exceptionsPath, judgeExceptions } from './tidy/exceptions.ts';
import type { SizeException } from './tidy/exceptions.ts';
import type { Finding } from './tidy/finding.ts';
import { tidyRules } from './tidy/rules.ts';
import { lineCount } from './tidy/sizes.ts';
import { committed } from './workspace/git.ts';
import type { SourceTree } from './workspace/tree.ts';
import { loadTree, readJson, repositoryRoot } from './workspace/tree.ts';

/** Everything that is untidy in a tree. `before`: the exceptions as last committed, when they were. */
export function findUntidy(tree: SourceTree, before?: readonly SizeException[]): Finding[] {
  const exceptions = tree.files.includes(exceptionsPath) ? readJson<SizeException[]>(tree, exceptionsPath) : [];
  const found = tidyRules.flatMap((rule) => rule.check(tree));
  const tooLong = new Set(found.filter(({ rule, level }) => rule === 'sizes' && level === 'fail').map(({ path }) => path));
  return [...applyExceptions(found, exceptions, (path) => lineCount(tree.read(path))), ...judgeExceptions(exceptions, before, tooLong)];
}

export function describeFinding({ level, path, line, rule, message }: Finding): string {
  return `${level === 'fail' ? 'FAIL' : 'warn'}  ${path}${line === undefined ? '' : `:${line}`}  ${message}  [${rule}]`;
}

function main(root: string): void {
  const tree = loadTree(root);
  const before = committed(root, 'HEAD', exceptionsPath);
  const findings = findUntidy(tree, before === undefined ? undefined : (JSON.parse(before) as SizeException[]));
  const failing = findings.filter(({ level }) => level === 'fail');
  for (const finding of [...findings.filter(({ level }) => level === 'warn'), ...failing]) console.log(describeFinding(finding));
  for (const rule of tidyRules.filter(({ id }) => failing.some((finding) => finding.rule === id))) console.log(`${rule.id}: ${rule.keeps}`);
  console.log(
    `tidy: ${tree.files.length} files, ${tidyRules.length} rules, ${findings.length - failing.length} warnings, ${failing.length} failures`,
  );
  process.exitCode = failing.length > 0 ? 1 : 0;
}

if (import.meta.main) main(process.argv[2] ?? repositoryRoot);
