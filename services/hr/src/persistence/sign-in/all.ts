import { Credentials } from './credential.repository.js';
import { credentialCollection } from './credential.schema.js';
import { SignIns } from './sign-in.repository.js';
import { signInCollection } from './sign-in.schema.js';
import { SigningKeyPairs, signingKeyCollection } from './signing-key.repository.js';

export const signInRecords = [Credentials, SignIns, SigningKeyPairs];

export const signInCollections = [credentialCollection, signInCollection, signingKeyCollection];
