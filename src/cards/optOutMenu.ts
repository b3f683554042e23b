import { type Reply } from '../bot/reply';
import { button } from './button';
import { menu, type Menu } from './menuCard';
import { type CardContext } from './cardContext';

/** The card that asks whether the person wants no campaigns, and the one that says what the person has chosen. */
export function optingMenu(
  { texts }: CardContext,
  { kind, session }: Extract<Reply, { kind: 'optingOut' | 'optedOut' }>,
): Menu {
  const { buttons, optOut } = texts.campaigns;
  const about = session === undefined ? {} : { session };
  return kind === 'optingOut'
    ? menu('', optOut.ask, [button(buttons.confirm, 'confirmOptOut', about), button(buttons.keep, 'keep', about)])
    : menu('', optOut.done, [button(buttons.optIn, 'optIn', about)]);
}
