import { type LockedPackage } from './lockedPackages';

/** Licences that require nothing but their notice, which dist/licenses.json holds. */
const permissive = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
  'Zlib',
];

/** Licences that require more, but only from those who hand the package on. */
const notHandedOn = ['CC-BY-4.0', 'MPL-2.0'];

interface Decision {
  readonly licence: string;
  readonly why: string;
}

/**
 * Decisions by a person, each for one version: the licence of a package that does not name it as SPDX, or a licence that is
 * allowed for this package only. A new version needs a new decision.
 */
const decisions: Readonly<Record<string, Decision>> = {
  'cldrjs@0.5.5': { licence: 'MIT', why: 'LICENSE-MIT, and "licenses" in its package.json' },
  'duck@0.1.12': { licence: 'BSD-2-Clause', why: 'its LICENSE; its package.json says "BSD"' },
  'escape-regexp-component@1.0.2': { licence: 'MIT', why: 'the last section of its Readme.md' },
  'jspath@0.4.0': { licence: 'MIT', why: 'its LICENSE' },
  'limiter@1.1.5': { licence: 'MIT', why: '"licenses" in its package.json, and its LICENSE.txt' },
  'lunr-languages@1.22.0': {
    licence: 'MPL-1.1',
    why: 'used unchanged; its source lies in the package, and so in the image',
  },
  'png-js@2.0.0': { licence: 'MIT', why: 'its LICENSE' },
};

const idOf = ({ name, version }: LockedPackage): string => `${name}@${version}`;

/** The package's licence as SPDX. A person's decision counts before what the package says. */
export const licenceOf = (one: LockedPackage): string | undefined => decisions[idOf(one)]?.licence ?? one.licence;

/**
 * Whether an expression requires no more than `allowed`: one of several offered licences, or all that hold at once. An expression
 * with anything else (exceptions, nested brackets) is refused, and a person has to read it.
 */
export function asksOnlyFor(allowed: readonly string[], expression: string): boolean {
  const plain = expression.replace(/^\(([^()]*)\)$/, '$1');
  return plain.split(' OR ').some((offered) => offered.split(' AND ').every((one) => allowed.includes(one)));
}

const isForService = ({ dev }: LockedPackage): boolean => !dev;

/**
 * The packages that may not be used as they are: their licence is unknown, or asks for more than a notice. Packages that are not
 * handed on may ask for a little more.
 */
export const refusedPackages = (packages: readonly LockedPackage[], isHandedOn = isForService): LockedPackage[] =>
  packages.filter((one) => {
    const allowed = isHandedOn(one) ? permissive : [...permissive, ...notHandedOn];
    return !decisions[idOf(one)] && !(one.licence && asksOnlyFor(allowed, one.licence));
  });

/** Decisions about packages or versions that the project no longer has. */
export const staleDecisions = (packages: readonly LockedPackage[]): string[] => {
  const locked = new Set(packages.map(idOf));
  return Object.keys(decisions).filter((id) => !locked.has(id));
};
