import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/shared/config';
import { faults } from './flow';
import { expectAtOnce } from '../atOnce';
import { runs } from '../runs';

const good = readFileSync(path.join(projectRoot, 'cards/flows/vad-forordar-du.yaml'), 'utf8');
const lines = good.split('\n');

/** A line of the file, changed. */
const change = <T>(words: fc.Arbitrary<T>, changed: (line: string, word: T) => readonly string[]) =>
  fc.tuple(fc.nat(lines.length - 1), words).map(([at, word]) => lines.toSpliced(at, 1, ...changed(lines[at]!, word)));

const mutated = fc.oneof(
  change(fc.constantFrom(...lines), (_line, other) => [other]),
  change(fc.string(), (_line, text) => [text]),
  change(fc.constantFrom('', '  ', '- ', '*a', '&a ', '"', '{', ']', '!!set ', '__proto__: ', '? '), (line, mark) => [
    mark + line.trimStart(),
  ]),
  change(fc.constantFrom(null, 7, true, [], {}, 'constructor'), (line, value) => [
    line.replace(/:.*/, `: ${JSON.stringify(value)}`),
  ]),
  change(fc.constant(0), () => []),
);

describe('whatever a file holds', () => {
  it('is read, or refused with a line, what is wrong and what is allowed', () => {
    const refusal = /^prov\.yaml, rad \d+: .*(Tillåtet: |går inte att läsa som YAML)/;
    fc.assert(
      fc.property(mutated, (changed) => {
        const told = faults('prov.yaml', changed.join('\n'));
        expect(told.split('\n').filter((line) => line && !refusal.test(line))).toEqual([]);
      }),
      { numRuns: runs(200) },
    );
  });

  it.each([
    [
      'aliases that multiply',
      `a: &a [x, x]\n${['ab', 'bc', 'cd', 'de', 'ef'].map(([from, to]) => `${to}: &${to} [*${from}, *${from}]\n`).join('')}`,
    ],
    ['an alias to itself', 'a: &a [*a]\n'],
    ['brackets thousands deep', '['.repeat(5_000)],
    ['bullets thousands deep', '- '.repeat(5_000)],
    ['questions thousands deep', '? '.repeat(5_000)],
    ['questions hundreds deep', `${'? '.repeat(390)}a`],
    ['a megabyte', `${good}#${'x'.repeat(1_000_000)}`],
    ['a key that reaches for the prototype', `${good}__proto__: { polluted: true }\n`],
  ])('is refused at once: %s', (_what, text) => {
    expectAtOnce(() => {
      expect(faults('prov.yaml', text)).toMatch(/Tillåtet|går inte att läsa/);
    });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
