import { type Reply } from '../bot/reply';
import { button } from './button';
import { menu, type Menu } from './menuCard';
import { type CardContext } from './cardContext';

/** Whether the person wants what HR sends: asked once, and what the person has said. */
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
