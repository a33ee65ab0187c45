import { expect, test } from '@jest/globals';
import { table, withSection } from './sections.ts';

const section = (body: string) => ({ heading: '## States', body });

test('a new section is added at the end, under its heading', () => {
  expect(withSection('# Finance\n', 'states', section('first'))).toBe(
    '# Finance\n\n## States\n\n<!-- generated:states (npm run print) -->\n\nfirst\n\n<!-- /generated:states -->\n',
  );
});

test('an old section is replaced where it stands, and what people wrote around it stays', () => {
  const first = withSection('# Finance\n', 'states', section('first')).replace('# Finance', '# Money').concat('\nwritten below\n');
  const second = withSection(first, 'states', section('two'));
  expect(second).toContain('# Money');
  expect(second).toContain('written below');
  expect(second).toContain('two');
  expect(second).not.toContain('first');
  expect(withSection(second, 'states', section('two'))).toBe(second);
});

test('sections do not disturb each other', () => {
  const both = withSection(withSection('# Finance\n', 'states', section('first')), 'configuration', {
    heading: '## Configuration',
    body: 'rows',
  });
  expect(withSection(both, 'states', section('two'))).toContain('rows');
});

test('a cell cannot break its table', () => {
  expect(table(['a', 'b'], [['x|y', 'two\nlines']])).toBe('| a | b |\n| --- | --- |\n| x\\|y | two lines |');
});
