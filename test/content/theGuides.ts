import path from 'node:path';
import { type Flow, type Step } from '../../src/coaching/flow';
import { foldersIn, loadGuides } from '../../src/bot/guides';
import { projectRoot } from '../../src/shared/config';
import { knowledge } from '../knowledge/library';

export const folders = foldersIn(path.join(projectRoot, 'cards'));

/** The product's own guides. */
export const guides = loadGuides(folders, knowledge);

export const stepsOf = ({ cards }: Flow): Step[] => cards.flatMap(({ steps }) => [...steps]);

/** The path of a person with these choices: each card's kinds, and the quoted words. */
export const wayOf = (id: string, choice: Readonly<Record<string, string>> = {}) =>
  guides.flows.get(id)!.cards.flatMap(({ steps }) => {
    const shown = steps.filter(({ when }) => !when || when.is.includes(choice[when.step] ?? ''));
    const kinds = shown.map(({ kind }) => kind).join(' + ');
    return shown.length ? [[kinds, ...shown.flatMap(({ source }) => source?.quote ?? [])]] : [];
  });
