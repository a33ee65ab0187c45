import { ConfirmHonour } from './confirm-honour.use-case.js';
import { HonourDesk } from './honour-desk.js';
import { ProposeHonour } from './propose-honour.use-case.js';
import { PublishHonourRule } from './publish-honour-rule.use-case.js';

export const honourActs = [HonourDesk, PublishHonourRule, ProposeHonour, ConfirmHonour];
