import { baseName, contractSuffixes, emptyNames, folderName, qualifiers, suffixes, toolNames } from '../house/names.ts';
import { isCode } from '../workspace/code.ts';
import { placeOf } from '../lint/judge-import.ts';
import type { Finding, TidyRule } from './finding.ts';
import { fail } from './finding.ts';

const id = 'names';

export const names: TidyRule = {
  id,
  keeps: 'a file says by its name what it is and where it lives: kebab-case, one suffix of the closed list',
  check: (tree) => tree.files.filter((path) => isCode(path) && path.includes('/')).flatMap(judge),
};

function judge(path: string): Finding[] {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const badFolder = folders.find((folder) => !folderName.test(folder) && !folder.startsWith('.'));
  if (badFolder) return [fail(id, path, `folder ${badFolder} is not kebab-case`)];
  const empty = folders.find((folder) => emptyNames.includes(folder));
  if (empty) return [fail(id, path, `a folder called ${empty} says nothing about what is inside`)];
  if (toolNames.some((pattern) => pattern.test(file))) return [];
  return judgeFile(path, file.replace(/\.[a-z]+$/, '').split('.'));
}

function judgeFile(path: string, [base = '', ...rest]: readonly string[]): Finding[] {
  const suffix = rest.at(-1);
  // A spec carries the name of what it tests: `loan.machine.spec.ts`.
  const before = rest.slice(0, -1);
  const unknown = [...(suffix === undefined ? [] : [suffix]), ...before].filter((part) => !isKnown(part, path));
  if (!baseName.test(base)) return [fail(id, path, `${base} is not kebab-case`)];
  if (emptyNames.includes(base)) return [fail(id, path, `${base} says nothing about what is inside`)];
  if (unknown.length > 0)
    return [fail(id, path, `suffix .${unknown.join(', .')} is not in the closed list (libs/tooling/src/house/names.ts)`)];
  if (base === 'index' && /^(services|gateway)\//.test(path))
    return [fail(id, path, 'no barrels inside services: import the file that holds it')];
  return judgePlace(path, rest);
}

function isKnown(part: string, path: string): boolean {
  return part in suffixes || qualifiers.includes(part) || (path.startsWith('libs/contracts/') && contractSuffixes.includes(part));
}

function judgePlace(path: string, parts: readonly string[]): Finding[] {
  const { kind, layer } = placeOf(path);
  const [first] = parts;
  if (kind !== 'service' || first === undefined || !path.includes('/src/')) return [];
  const allowed = suffixes[first] ?? ['*'];
  if (allowed.includes('*') || allowed.includes(layer)) return [];
  return [fail(id, path, `a .${first} file lives in ${allowed.join(' or ')}, not in ${layer}`)];
}
