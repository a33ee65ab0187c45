declare const brand: unique symbol;

/** A primitive that only its own parser makes, so that two kinds of string cannot be mixed up. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
