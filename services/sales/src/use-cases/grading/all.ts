import { CustomerStanding } from './customer-standing.js';
import { DecideGradeScorecard } from './decide-grade-scorecard.use-case.js';
import { GradeCustomer } from './grade-customer.use-case.js';
import { NoteLateLoan } from './note-late-loan.use-case.js';
import { ProposeGradeScorecard } from './propose-grade-scorecard.use-case.js';
import { RegradeDue } from './regrade-due.use-case.js';

/** How customers are graded. */
export const gradingActs = [GradeCustomer, ProposeGradeScorecard, DecideGradeScorecard, RegradeDue, NoteLateLoan, CustomerStanding];
