import { type DocumentStand, type StoredDocument } from './documentPorts';
import { type DocumentView } from './documentViews';

export type DocumentAct = DocumentView['acts'][number];

/** The actions that change a document's state. `replace` does so with a file. */
export type StandAct = Exclude<DocumentAct, 'replace'>;

type Next = DocumentStand & Pick<StoredDocument, 'before'>;

const standOf = ({ live, version, draft }: DocumentStand): DocumentStand => ({
  live,
  version,
  ...(draft !== undefined && { draft }),
});

/**
 * A document's state after an action; undefined where the action is not allowed. A newer version replaces the older one, which
 * stays in the store. Undoing returns to the state before the latest publication or withdrawal.
 */
export function standAfter(document: StoredDocument, act: StandAct): Next | undefined {
  const { live, version, draft, before } = document;
  switch (act) {
    case 'publish':
      if (draft !== undefined) return { live: 'published', version: draft, before: standOf(document) };
      return live === 'withdrawn' ? { live: 'published', version, before: standOf(document) } : undefined;
    case 'withdraw':
      return live === 'published' ? { ...standOf(document), live: 'withdrawn', before: standOf(document) } : undefined;
    case 'undo':
      return before && (draft === undefined || draft === before.draft) ? before : undefined;
    case 'discard':
      return draft === undefined ? undefined : { live, version };
  }
}

/** The actions that are allowed for a document now, in the order in which the page shows them. */
export const actsOf = (document: StoredDocument): DocumentAct[] => [
  ...(['publish', 'withdraw', 'undo', 'discard'] as const).filter((act) => standAfter(document, act)),
  'replace',
];

/** The version that HR reads and changes: the draft, where there is one. */
export const versionInHand = ({ version, draft }: DocumentStand): number => draft ?? version;
