/** A report as the graph takes it, about a good customer. */
export const REPORT = {
  sections: {
    truthOfInformation: 'Statements and documents agree.',
    repaymentAbility: 'The income covers the instalment.',
    creditStanding: 'No overdue debt at present.',
  },
  fiveC: { character: 'reliable', capacity: 'sufficient', capital: 'own shop', collateral: 'none needed', conditions: 'stable trade' },
  recommended: { amount: '3000.00', termMonths: 12 },
  rating: 'LOW',
  recommendation: 'APPROVE',
};

const ID = 'inv_00000000000000000000000000';
/** Acts that need a role, with an input that is well formed and refers to nothing. */
export const guardedActs: [string, object][] = [
  ['assignInvestigators', { investigationId: ID, investigatorIds: [] }],
  ['requestSitePhoto', { investigationId: ID, fileName: 'a', contentType: 'image/png', sizeBytes: 1, sha256: '' }],
  ['recordSiteVisit', { investigationId: ID, place: '', visitedAt: '2026-01-01T00:00:00Z', peopleMet: [], photoFileIds: [], findings: '' }],
  [
    'recordPhoneVerification',
    { investigationId: ID, spokenTo: '', numberKind: 'HOME_LANDLINE', calledAt: '2026-01-01T00:00:00Z', answers: [] },
  ],
  ['inquireBureau', { investigationId: ID, residentId: '' }],
  ['recordDataAnalysis', { investigationId: ID, facts: {}, sources: '' }],
  ['requestInformation', { investigationId: ID, question: '' }],
  ['waiveCheck', { investigationId: ID, method: 'DATA_ANALYSIS', reason: '' }],
  ['finaliseRiskReport', { investigationId: ID, ...REPORT }],
  ['returnInvestigation', { investigationId: ID, reasons: [] }],
  ['revealBureauReport', { inquiryId: ID, reason: '' }],
  ['revealSitePhoto', { investigationId: ID, fileId: '', reason: '' }],
  ['acknowledgeAlert', { alertId: ID }],
  ['assignAlertTracker', { alertId: ID, trackerId: '' }],
  ['assessAlert', { alertId: ID, probability: 'LIKELY', expectedLoss: '1.00', text: '' }],
  ['handOverMeasure', { alertId: ID, measureId: ID }],
  ['checkMeasure', { alertId: ID, measureId: ID, effect: 'NOT', evidence: '' }],
  ['liftFreeze', { alertId: ID, measureId: ID, reason: '' }],
  ['escalateAlert', { alertId: ID, reason: '' }],
  ['closeAlert', { alertId: ID, text: '' }],
  ['enterWatch', { aboutId: ID, level: 'HIGH', reason: '' }],
  ['assignWatchTracker', { watchId: ID, trackerId: ID }],
  ['setWatchPlan', { watchId: ID, goal: '', actions: [], reviewEveryDays: 1 }],
  ['reviewWatch', { watchId: ID, verdict: 'SAME', text: '' }],
  ['proposeWatchEnd', { watchId: ID, reason: '' }],
  ['decideWatchEnd', { watchId: ID, agreed: true, reason: '' }],
  ['activateWarningRule', { ruleId: ID }],
  ['retireWarningRule', { ruleId: ID }],
  ['recordMeasure', { alertId: ID, kind: 'FREEZE', ownerId: '', dueOn: '2026-01-01', reason: '' }],
];
