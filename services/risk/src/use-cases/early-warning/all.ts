import { AgeLateLoans } from './age-late-loans.use-case.js';
import { KeepWarningRules } from './keep-warning-rules.use-case.js';
import { NoteSignal } from './note-signal.use-case.js';
import { ReadSignals } from './read-signals.js';

export const earlyWarningActs = [NoteSignal, ReadSignals, KeepWarningRules, AgeLateLoans];
