import { readLayouts } from '../../src/cards/layouts';
import { sharePreview, sharedText } from '../../src/cards/shareCard';
import { answeredText } from '../../src/cards/understandingCard';
import { projectRoot } from '../../src/shared/config';
import { type Share } from '../../src/shares/share';
import { aDocument } from '../downloads/aDocument';
import { plainSetting } from './plainSetting';

const share: Share = {
  id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  owner: 'asa',
  ownerName: 'Åsa',
  receiverName: 'Bo',
  written: aDocument(),
  sharedAt: '2026-11-20T12:00:00.000Z',
  expiresAt: '2026-12-20T12:00:00.000Z',
  withdrawn: false,
  isAgreement: true,
};
const answered: Share = { ...share, understanding: { words: 'Bos ord', writtenAt: share.sharedAt } };
const { question: layout } = readLayouts(`${projectRoot}/cards`);
/** What a card says from the top: texts, and a line where something stands apart. */
const readDown = (data: object): string[] =>
  (layout(data).body as Part[]).flatMap((part) => [
    ...(part.type === 'Container' && part.separator ? ['—'] : []),
    ...(part.items ?? [part]).map(({ type, text, inlines }) => text ?? inlines?.[0]?.text ?? type),
  ]);
interface Part {
  readonly type: string;
  readonly text?: string;
  readonly separator?: boolean;
  readonly items?: readonly Part[];
  readonly inlines?: readonly Part[];
}

describe('a draft that is shared', () => {
  it('is to its receiver what its owner previewed, every section of it', () => {
    const sending = { share: share.id, to: 'Bo', name: 'Bo', seen: '' };
    const preview = sharePreview(plainSetting, {
      kind: 'sharePreview',
      session: 's',
      written: share.written,
      isAgreement: true,
      sending,
    });
    expect(sharedText(plainSetting, { kind: 'sharedText', share }).said).toEqual(preview.said);
    expect(preview.said[0]).toEqual({ label: 'Överenskommelse (utkast)', text: share.written.facts[0] });
  });

  it('says at its top that one can answer, and just above the field why an answer was not taken', () => {
    const down = readDown(sharedText(plainSetting, { kind: 'sharedText', share, problem: 'missing' }));
    const { form } = plainSetting.texts.understanding;
    expect(down[1]).toBe(form.invite);
    expect(down.slice(down.indexOf(form.missing))).toEqual([form.missing, 'Input.Text', 'ActionSet']);
  });

  it.each([
    [
      'the receiver',
      sharedText(plainSetting, { kind: 'sharedText', share: answered }),
      'Så här förstår jag det',
      'Bos ord',
    ],
    [
      'its owner',
      answeredText(plainSetting, { kind: 'answeredText', share: answered }),
      'Överenskommelse (utkast)',
      share.written.facts[0],
    ],
  ])('shows to %s whose words are whose, with a line between', (_, card, label, text) => {
    const down = readDown(card);
    const first = down.indexOf('—');
    expect(down.slice(first, first + 3)).toEqual(['—', label, text]);
    expect(down).toContain('Bos ord');
  });
});
