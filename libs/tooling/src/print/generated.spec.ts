import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { findStale, refresh } from './generated.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'weilend-generated-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const printed = [
  { path: 'docs/generated/errors.md', text: 'errors\n' },
  { path: 'services/finance/schema.graphql', text: 'type Query\n' },
];

test('a tree that holds exactly what is printed is fresh', () => {
  for (const { path, text } of printed) plant(path, text);
  plant('services/finance/README.md', 'written by people');
  expect(findStale(root, printed)).toEqual([]);
});

test('missing, different and left-over files are stale', () => {
  plant('services/finance/schema.graphql', 'type Query { old: Int }\n');
  plant('docs/generated/old.md', 'nobody prints this');
  expect(findStale(root, printed)).toEqual([
    { path: 'docs/generated/errors.md', why: 'missing' },
    { path: 'services/finance/schema.graphql', why: 'differs' },
    { path: 'docs/generated/old.md', why: 'nothing prints it any more' },
  ]);
});

test('one refresh makes it fresh, and touches nothing else', () => {
  plant('services/finance/schema.graphql', 'old');
  plant('docs/generated/old.md', 'old');
  plant('docs/guide.md', 'written by people');
  refresh(root, printed, findStale(root, printed));
  expect(findStale(root, printed)).toEqual([]);
  expect(readFileSync(join(root, 'docs/guide.md'), 'utf8')).toBe('written by people');
});
