import { ChangePassword } from './change-password.use-case.js';
import { EndSignIn } from './end-sign-in.use-case.js';
import { EndSignIns } from './end-sign-ins.use-case.js';
import { PasswordChange } from './password-change.js';
import { PasswordProof } from './password-proof.js';
import { Passwords } from './passwords.js';
import { RefreshSignIn } from './refresh-sign-in.use-case.js';
import { ReplacePassword } from './replace-password.use-case.js';
import { ResetPassword } from './reset-password.use-case.js';
import { RotateSigningKey } from './rotate-signing-key.use-case.js';
import { SignInEnds } from './sign-in-ends.js';
import { StartSignIn } from './sign-in.use-case.js';
import { SignOut } from './sign-out.use-case.js';
import { SigningKeyRing } from './signing-keys.js';
import { TokenIssuer } from './token-issuer.js';
import { WithdrawSigningKeys } from './withdraw-signing-keys.use-case.js';

export const signInActs = [
  ...[SigningKeyRing, TokenIssuer, RotateSigningKey, WithdrawSigningKeys],
  ...[Passwords, PasswordProof, PasswordChange, ReplacePassword, ChangePassword, ResetPassword],
  ...[SignInEnds, StartSignIn, RefreshSignIn, SignOut, EndSignIn, EndSignIns],
];
