import { hintOf, screenOf } from '../../../tools/terminal/screen';
import { attachment, card } from '../localTeams/sdkBot';

const button = (title: string) => ({ type: 'Action.Submit', title });

describe('screenOf', () => {
  it('shows what is said, then its sources, then its cards, with the buttons numbered through', () => {
    const citation = [
      { '@type': 'Claim', position: 1, appearance: { name: 'Region Skåne: Motionssvar, 2021', abstract: 'x' } },
    ];
    const { text, buttons } = screenOf({
      type: 'message',
      text: 'Så står det [1]',
      entities: [{ type: 'https://schema.org/Message', citation }],
      attachments: [attachment(card({ actions: [button('Ett')] })), attachment(card({ actions: [button('Två')] }))],
      suggestedActions: { actions: [{ type: 'imBack', title: 'Hjälp', value: 'hjälp' }] },
    });
    expect(text).toBe('Så står det [1]\n\n[1] Region Skåne: Motionssvar, 2021\n\n(1) Ett\n\n(2) Två\n\n(3) Hjälp');
    expect(buttons.map((one) => one.title)).toEqual(['Ett', 'Två', 'Hjälp']);
  });
});

describe('hintOf', () => {
  it('tells what can be done, and nothing when nothing can', () => {
    const hint = (actions: readonly object[], asks: boolean) =>
      hintOf(
        screenOf({
          type: 'message',
          attachments: [attachment(card({ actions }))],
          channelData: { feedbackLoopEnabled: asks },
        }),
      );
    expect(hint([], false)).toBe('');
    expect(hint([button('a')], false)).toBe('Skriv 1 för att trycka på en knapp, eller en ny fråga.');
    expect(hint([button('a'), button('b')], false)).toContain('1–2');
    expect(hint([], true)).toBe('Hjälpte svaret? Skriv + eller -.');
  });
});
