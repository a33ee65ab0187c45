import { defineMachine } from '@weilend/kernel';

// A file of leads or customers (批量导入) is first read and checked as a whole, and only then taken in. A preview ends with what was found; a
// file that may only come in whole is refused when one row is wrong; whoever began it may stop it between two steps.

export const IMPORT_STATES = ['queued', 'checking', 'previewed', 'refused', 'importing', 'imported', 'cancelled', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
export type ImportEvent = 'check' | 'preview' | 'refuse' | 'import' | 'finish' | 'cancel' | 'fail';

export const importMachine = defineMachine<ImportState, ImportEvent>({
  name: 'import-run',
  initial: 'queued',
  states: {
    queued: { check: 'checking', cancel: 'cancelled', fail: 'failed' },
    checking: { preview: 'previewed', refuse: 'refused', import: 'importing', cancel: 'cancelled', fail: 'failed' },
    importing: { finish: 'imported', cancel: 'cancelled', fail: 'failed' },
    previewed: {},
    refused: {},
    imported: {},
    cancelled: {},
    failed: {},
  },
});

/** States in which there is something left to do. */
export const OPEN_IMPORTS: readonly ImportState[] = ['queued', 'checking', 'importing'];
