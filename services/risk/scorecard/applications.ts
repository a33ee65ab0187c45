// Reads a file of applications with their outcomes. The order of the columns does not matter and columns that nobody asks for are ignored; a row that
// cannot be read is named by line and column, and then nothing is computed: a figure over part of a file is not the figure of the file.
import { createHash } from 'node:crypto';
import { CsvError, parse } from 'csv-parse/sync';
import { codeOf, Problem } from '../../../infra/local/problem.ts';
import { COLUMNS, FORBIDDEN_COLUMNS, OUTCOME_COLUMN, readForm } from './application-form.ts';
import type { FormFacts } from './application-form.ts';

export interface Application {
  /** Line of the file, as an editor counts. */
  readonly line: number;
  readonly facts: FormFacts;
  readonly isBad: boolean;
}

export interface ApplicationFile {
  readonly applications: readonly Application[];
  readonly ignoredColumns: readonly string[];
  readonly sha256: string;
}

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const OUTCOMES: readonly string[] = ['good', 'bad'];
/** Problems that are told at once. */
const MOST_TOLD = 20;

/** @throws Problem that lists what is wrong with the file. */
export function readApplications(bytes: Uint8Array): ApplicationFile {
  const [heading, ...lines] = linesOf(bytes);
  if (!heading) throw new Problem('The file is empty: its first line must name the columns.');
  const names = heading.record;
  judgeHeading(names);
  const problems: string[] = [];
  const applications = lines.flatMap((line) => applicationOf(names, line, problems) ?? []);
  if (problems.length > 0) {
    const more = problems.length > MOST_TOLD ? [`... and ${problems.length - MOST_TOLD} more`] : [];
    throw new Problem(['Nothing was computed, because rows cannot be read:', ...problems.slice(0, MOST_TOLD), ...more].join('\n  '));
  }
  if (applications.length === 0) throw new Problem('The file names columns but holds no application.');
  const ignoredColumns = names.filter((name) => name !== OUTCOME_COLUMN && !Object.hasOwn(COLUMNS, name));
  return { applications, ignoredColumns, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** A word on columns that were not used. */
export function ignoredText(ignored: readonly string[]): string | null {
  const forbidden = ignored.filter((name) => FORBIDDEN_COLUMNS.includes(name));
  const others = ignored.filter((name) => !FORBIDDEN_COLUMNS.includes(name));
  const texts = [
    ...(others.length > 0 ? [`Ignored, because no card reads it: ${others.join(', ')}.`] : []),
    ...(forbidden.length > 0 ? [`Never read, because nobody may score on it: ${forbidden.join(', ')}.`] : []),
  ];
  return texts.length > 0 ? texts.join(' ') : null;
}

function linesOf(bytes: Uint8Array): readonly Line[] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return parse(text, { bom: true, info: true, trim: true, relax_column_count: true, skip_empty_lines: true }) as unknown as Line[];
  } catch (thrown) {
    if (thrown instanceof CsvError) throw new Problem(`The file is no table of comma-separated values: ${thrown.message}.`);
    if (codeOf(thrown) === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new Problem('The file is not text in UTF-8: save it as CSV in UTF-8.');
    throw thrown;
  }
}

function judgeHeading(names: readonly string[]): void {
  const needed = [...Object.keys(COLUMNS), OUTCOME_COLUMN];
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Problem(`The first line must name the columns; these are missing: ${missing.join(', ')}.`);
  const twice = needed.filter((name) => names.filter((other) => other === name).length > 1);
  if (twice.length > 0) throw new Problem(`These columns stand in the file twice: ${twice.join(', ')}.`);
}

function applicationOf(names: readonly string[], { record, info }: Line, problems: string[]): Application | undefined {
  const line = info.lines;
  if (record.length !== names.length) {
    problems.push(`line ${line}: has ${record.length} fields, the first line names ${names.length}`);
    return undefined;
  }
  const row = Object.fromEntries(names.map((name, at) => [name, FORBIDDEN_COLUMNS.includes(name) ? undefined : record[at]]));
  const { facts, problems: found } = readForm(row);
  const outcome = row[OUTCOME_COLUMN] ?? '';
  problems.push(...found.map(({ column, problem }) => `line ${line}, ${column}: ${problem}`));
  if (!OUTCOMES.includes(outcome)) problems.push(`line ${line}, ${OUTCOME_COLUMN}: "${outcome}" is neither good nor bad`);
  return { line, facts, isBad: outcome === 'bad' };
}
