import ts from 'typescript';

/** A call of fill: the sentences that it may be given, as places in the catalogues, and the names of its values. */
export interface Filled {
  readonly sentences: readonly string[];
  /** Undefined where they are not all written in the call. */
  readonly values: readonly string[] | undefined;
}

/** What a file of code takes out of catalogues. */
export interface Taken {
  /** Places in the catalogues, from the catalogue's own name: `cliTexts.backup.done`. */
  readonly places: ReadonlySet<string>;
  readonly filled: readonly Filled[];
}

/**
 * Follows the names of catalogues through a file: members, destructuring, choices. Two names alike in one file count as both, so that
 * a place may be found too often, never too seldom.
 */
export function takenIn(code: string, catalogues: readonly string[]): Taken {
  const file = ts.createSourceFile('file.ts', code, ts.ScriptTarget.Latest, true);
  const named = new Map(catalogues.map((name) => [name, new Set([name])]));
  const places = new Set<string>();
  const filled: Filled[] = [];

  const placesOf = (node: ts.Expression): string[] => {
    if (ts.isIdentifier(node)) return [...(named.get(node.text) ?? [])];
    if (ts.isPropertyAccessExpression(node))
      return placesOf(node.expression).map((place) => `${place}.${node.name.text}`);
    if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(placesOf);
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return placesOf(node.expression);
    return [];
  };
  const name = (as: ts.BindingName, found: readonly string[]): void => {
    if (ts.isIdentifier(as)) named.set(as.text, new Set([...(named.get(as.text) ?? []), ...found]));
    else if (ts.isObjectBindingPattern(as))
      for (const { propertyName, name: inner } of as.elements) {
        const key = propertyName ?? inner;
        if (ts.isIdentifier(key))
          name(
            inner,
            found.map((place) => `${place}.${key.text}`),
          );
      }
  };
  const nameAll = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer) {
      const found = placesOf(node.initializer);
      if (found.length) name(node.name, found);
    }
    ts.forEachChild(node, nameAll);
  };
  const look = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) || ts.isIdentifier(node))
      placesOf(node).forEach((place) => places.add(place));
    if (ts.isCallExpression(node) && node.expression.getText() === 'fill') {
      const [sentence, values] = node.arguments;
      const isWhole = values && ts.isObjectLiteralExpression(values) && !values.properties.some(ts.isSpreadAssignment);
      filled.push({
        sentences: sentence ? placesOf(sentence) : [],
        values: isWhole ? values.properties.map((each) => each.name!.getText()) : undefined,
      });
    }
    ts.forEachChild(node, look);
  };
  nameAll(file);
  look(file);
  return { places, filled };
}

/** Every sentence of a catalogue by its place, as code writes it. */
export const sentencesIn = (part: unknown, place: string): [string, string][] =>
  typeof part === 'string'
    ? [[place, part]]
    : Object.entries(part as object).flatMap(([key, each]) =>
        sentencesIn(each, Array.isArray(part) ? place : `${place}.${key}`),
      );

/** The values that sentences name and code does not give them: "cliTexts.backup.done: file". */
export const valuesLacking = (taken: readonly Taken[], sentences: readonly (readonly [string, string])[]): string[] =>
  taken
    .flatMap(({ filled }) => filled)
    .flatMap(({ sentences: places, values }) =>
      sentences
        .filter(([place]) => values && places.includes(place))
        .flatMap(([place, text]) =>
          [...text.matchAll(/\{(\w+)\}/g)].flatMap(([, value]) =>
            values!.includes(value!) ? [] : [`${place}: ${value}`],
          ),
        ),
    );
