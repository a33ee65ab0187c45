/**
 * Sentences of the GraphQL library about a wrong value repeat the value, and the value may be a number of a person: an error is kept, shown to others and
 * written to logs. What is left says where it is wrong and what was expected. The library escapes quotes within a value, so no value can imitate the rest.
 */
const VARIABLE = /^(Variable "\$\w+") got invalid value [\s\S]*$/;
const WHERE = / at "(\w+(?:\.\w+|\[\d+\])*)"; /;
const FIELD = /; (Field "\w+" (?:of required type "[^"]*" was not provided|is not defined by type "[^"]*")\.)/;
const EXPECTED = /; (Expected (?:non-nullable )?type "[^"]*"(?: not to be null| to be an object)\.)$/;
const NO_SUCH_VALUE = /(?:^|; )Value "[\s\S]*" does not exist in ("\w+" enum)\.[\s\S]*$/;
const NOT_REPRESENTED = /(?:^|; )((?:Enum "\w+"|[A-Z]\w*) cannot represent[^:"{]*): [\s\S]*$/;
const WRONG_TYPE = /^(Expected value of type "[^"]*"), found [\s\S]*$/;

/** A sentence of the GraphQL library without what the caller sent. */
export function withoutValues(message: string): string {
  const [, variable] = VARIABLE.exec(message) ?? [];
  const reason = reasonOf(message);
  if (!variable) return reason ?? message;
  const [, where] = WHERE.exec(message) ?? [];
  return `${variable} got an invalid value${where ? ` at "${where}"` : ''}${reason ? `; ${reason}` : '.'}`;
}

function reasonOf(message: string): string | null {
  const [, field] = FIELD.exec(message) ?? [];
  const [, expected] = EXPECTED.exec(message) ?? [];
  const [, noSuch] = NO_SUCH_VALUE.exec(message) ?? [];
  const [, type] = NOT_REPRESENTED.exec(message) ?? WRONG_TYPE.exec(message) ?? [];
  if (noSuch) return `There is no such value in ${noSuch}.`;
  return field ?? expected ?? (type ? `${type}.` : null);
}
