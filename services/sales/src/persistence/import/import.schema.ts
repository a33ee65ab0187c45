import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { IMPORT_KINDS } from '../../domain/import/import-columns.js';
import { IMPORT_MODES } from '../../domain/import/import-run.js';
import { IMPORT_STATES, OPEN_IMPORTS } from '../../domain/import/import-run.machine.js';

const counts = record({
  rows: fields.count,
  good: fields.count,
  bad: fields.count,
  duplicatesInFile: fields.count,
  duplicatesOnFile: fields.count,
  imported: fields.count,
  failed: fields.count,
});

/** Values are masked. */
const sample = record({
  line: fields.count,
  cells: { type: [record({ column: fields.text, value: { type: String, default: '' } })], required: true },
});

export const importRunCollection = defineCollection({
  name: 'import_runs',
  fields: {
    kind: oneOf(IMPORT_KINDS),
    mode: oneOf(IMPORT_MODES),
    state: oneOf(IMPORT_STATES),
    ownerId: fields.id,
    assigns: fields.flag,
    salespersonId: fields.id,
    fileId: fields.id,
    holdsFile: fields.flag,
    fileName: fields.text,
    sha256: fields.text,
    encoding: fields.text,
    delimiter: fields.text,
    headerLine: fields.count,
    lines: fields.count,
    columns: fields.texts,
    maxRows: fields.count,
    checkedToLine: fields.count,
    importedToLine: fields.count,
    counts: { type: counts, required: true },
    samples: { type: [sample], required: true },
    troubles: fields.count,
    failure: { type: record({ code: fields.text, data: fields.json }), default: null },
    createdAt: fields.instant,
    startedAt: fields.optionalInstant,
    finishedAt: fields.optionalInstant,
  },
  indexes: [
    { name: 'owner', keys: { ownerId: 1, _id: -1 }, why: "a salesperson's own runs, newest first" },
    {
      name: 'open',
      keys: { state: 1, _id: 1 },
      why: 'the job looks for runs with something left to do, oldest first; few at any time',
      options: { partialFilterExpression: { state: { $in: [...OPEN_IMPORTS] } } },
    },
    {
      name: 'holdsFile',
      keys: { holdsFile: 1, finishedAt: 1 },
      why: 'files of runs that are over are removed',
      options: { partialFilterExpression: { holdsFile: true } },
    },
    { name: 'content', keys: { sha256: 1, _id: -1 }, why: 'whether the same file came in before' },
  ],
});

/** What is wrong with rows; no value in clear. */
export const importProblemCollection = defineCollection({
  name: 'import_problems',
  fields: {
    runId: fields.id,
    line: fields.count,
    toLine: fields.count,
    column: fields.optionalText,
    code: fields.text,
    data: fields.json,
    shown: fields.optionalText,
    atWrite: fields.flag,
  },
  indexes: [
    { name: 'run', keys: { runId: 1, _id: 1 }, why: 'the problems of a run by pages, in the order of the file' },
    { name: 'line', keys: { runId: 1, line: 1 }, why: 'which rows of a step are left out' },
  ],
});

/** Which row became what. */
export const importedRowCollection = defineCollection({
  name: 'imported_rows',
  fields: { runId: fields.id, line: fields.count, subjectId: fields.id },
  indexes: [
    { name: 'line', keys: { runId: 1, line: 1 }, why: 'a row of a file comes in once, whatever races', options: { unique: true } },
    { name: 'run', keys: { runId: 1, _id: 1 }, why: 'what came of a run by pages, in the order of the file' },
  ],
});

/** Sealed numbers of the good rows of a run that is under way; removed when it is over. */
export const importKeyCollection = defineCollection({
  name: 'import_keys',
  fields: { runId: fields.id, line: fields.count },
  indexes: [{ name: 'run', keys: { runId: 1 }, why: 'removed together when the run is over' }],
});
