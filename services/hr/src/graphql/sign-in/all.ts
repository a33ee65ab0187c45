import { SignInResolver } from './sign-in.resolver.js';

export const signInResolvers = [SignInResolver];
