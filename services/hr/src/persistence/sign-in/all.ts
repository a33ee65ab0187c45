import { Credentials } from './credential.repository.js';
import { credentialCollection } from './credential.schema.js';
import { securityEventCollection } from './security-event.schema.js';
import { SecurityLog } from './security-log.repository.js';
import { SignInPolicy } from './sign-in-policy.js';
import { SignIns } from './sign-in.repository.js';
import { signInCollection } from './sign-in.schema.js';
import { SigningKeyPairs } from './signing-key.repository.js';
import { signingKeyCollection } from './signing-key.schema.js';

export const signInRecords = [Credentials, SignIns, SigningKeyPairs, SecurityLog, SignInPolicy];

export const signInCollections = [credentialCollection, signInCollection, signingKeyCollection, securityEventCollection];
