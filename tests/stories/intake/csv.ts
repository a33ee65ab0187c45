// Reads a file of real applications. Quoted fields may hold commas; a row with another number of fields than the heading is a broken file.
import { readFile } from 'node:fs/promises';

export type CsvRow = Readonly<Record<string, string>>;

/** @throws Error that names the first broken line. */
export async function readCsv(path: string): Promise<readonly CsvRow[]> {
  const lines = (await readFile(path, 'utf8')).split(/\r?\n/).filter((line) => line !== '');
  const [heading, ...rest] = lines.map(fieldsOf);
  if (!heading) throw new Error(`${path} is empty`);
  return rest.map((fields, place) => {
    if (fields.length !== heading.length)
      throw new Error(`${path}: line ${place + 2} has ${fields.length} fields, the heading has ${heading.length}`);
    return Object.fromEntries(heading.map((name, column) => [name, fields[column] ?? '']));
  });
}

function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
