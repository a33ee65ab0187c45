import { ConfirmHonour } from './confirm-honour.use-case.js';
import { HonourDesk } from './honour-desk.js';
import { ProposeHonour } from './propose-honour.use-case.js';
import { PublishHonourRule } from './publish-honour-rule.use-case.js';
import { RenewHonours } from './renew-honours.use-case.js';
import { RevokeHonour } from './revoke-honour.use-case.js';

export const honourActs = [HonourDesk, PublishHonourRule, ProposeHonour, RenewHonours, ConfirmHonour, RevokeHonour];
