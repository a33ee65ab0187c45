import { RefreshSignIn } from './refresh-sign-in.use-case.js';
import { StartSignIn } from './sign-in.use-case.js';
import { SignOut } from './sign-out.use-case.js';
import { TokenIssuer } from './token-issuer.js';

export const signInActs = [TokenIssuer, StartSignIn, RefreshSignIn, SignOut];
